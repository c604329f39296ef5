import type { MeasureDefinition } from '@kreisweit/plugin-kit';

const stock = { unit: 'person', rollup: 'sum', overTime: 'last', reference: { at: '12-31' } } as const;

/** Where somebody comes from is sensitive: the smallest count is higher than usual. */
const sensitive = { ...stock, disclosure: { minimum: 5 }, informs: ['competence'] } as const;
const ofAdministration = { ...sensitive, reportedAt: 'district' } as const;
const ofMunicipalities = { ...sensitive, reportedAt: 'municipality' } as const;

const voluntary = {
  de: 'Freiwillige, anonyme Selbstauskunft. Migrationsgeschichte hat, wer selbst oder von wem mindestens ein Elternteil eingewandert ist.',
  en: 'Voluntary, anonymous self-report. People have a migration history who immigrated themselves or at least one of whose parents did.',
} as const;

/** People in the administration of the district, in day-care centres and in the councils, on 31 December. */
export const measures = {
  staff: {
    title: { de: 'Beschäftigte der Kreisverwaltung', en: 'Staff of the district administration' },
    description: {
      de: 'Menschen, die am 31. Dezember in der Kreisverwaltung arbeiteten, auch Auszubildende sowie Beamtinnen und Beamte.',
      en: 'People who worked in the district administration on 31 December, trainees and civil servants included.',
    },
    ...ofAdministration,
  },
  // What only a part of a group is stands beside the group as a share: as a count it would tell the number of the others.
  staffSurveyed: {
    title: { de: 'Beschäftigte mit Selbstauskunft', en: 'Staff who answered the survey' },
    description: {
      de: 'Beschäftigte der Kreisverwaltung, die in der letzten Befragung angegeben haben, ob sie eine Migrationsgeschichte haben.',
      en: 'Staff of the district administration who said in the last survey whether they have a migration history.',
    },
    published: false,
    ...ofAdministration,
  },
  staffWithMigrationHistory: {
    title: { de: 'Beschäftigte mit Migrationsgeschichte', en: 'Staff with a migration history' },
    description: {
      de: 'Beschäftigte der Kreisverwaltung, die in der letzten Befragung eine Migrationsgeschichte angegeben haben.',
      en: 'Staff of the district administration who reported a migration history in the last survey.',
    },
    caveats: voluntary,
    published: false,
    ...ofAdministration,
  },
  staffTrained: {
    title: { de: 'Interkulturell geschulte Beschäftigte', en: 'Staff with intercultural training' },
    description: {
      de: 'Beschäftigte der Kreisverwaltung am 31. Dezember, die in den letzten drei Jahren eine Schulung zur interkulturellen Kompetenz besucht haben.',
      en: 'Staff of the district administration on 31 December who attended training in intercultural competence within the last three years.',
    },
    published: false,
    ...ofAdministration,
  },
  educatorsSurveyed: {
    title: { de: 'Pädagogische Fachkräfte mit Selbstauskunft', en: 'Educators who answered the survey' },
    description: {
      de: 'Pädagogische Fachkräfte der Kitas hier, die in der letzten Befragung angegeben haben, ob sie eine Migrationsgeschichte haben.',
      en: 'Educators of the day-care centres here who said in the last survey whether they have a migration history.',
    },
    ...ofMunicipalities,
  },
  educatorsWithMigrationHistory: {
    title: {
      de: 'Pädagogische Fachkräfte mit Migrationsgeschichte',
      en: 'Educators with a migration history',
    },
    description: {
      de: 'Pädagogische Fachkräfte der Kitas hier, die in der letzten Befragung eine Migrationsgeschichte angegeben haben.',
      en: 'Educators of the day-care centres here who reported a migration history in the last survey.',
    },
    caveats: voluntary,
    published: false,
    ...ofMunicipalities,
  },
  councilMembers: {
    title: { de: 'Mitglieder der Räte von Gemeinden und Städten', en: 'Members of municipal councils' },
    description: {
      de: 'Menschen, die am 31. Dezember einen Sitz im Rat einer Gemeinde oder Stadt hatten. Der Kreistag ist nicht enthalten.',
      en: 'People who held a seat in the council of a municipality or town on 31 December. The district council is not included.',
    },
    ...ofMunicipalities,
  },
  councilMembersWithMigrationHistory: {
    title: {
      de: 'Ratsmitglieder mit Migrationsgeschichte',
      en: 'Council members with a migration history',
    },
    description: {
      de: 'Menschen mit einem Sitz im Rat einer Gemeinde oder Stadt, die auf Anfrage eine Migrationsgeschichte angegeben haben, am 31. Dezember.',
      en: 'People with a seat in the council of a municipality or town who reported a migration history when asked, on 31 December.',
    },
    caveats: voluntary,
    published: false,
    ...ofMunicipalities,
  },
} as const satisfies Record<string, MeasureDefinition>;

/** The name of a measure of this plug-in. */
export type OpeningMeasure = keyof typeof measures;
