import type { MeasureDefinition } from '@kreisweit/plugin-kit';

const stock = {
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  reportedAt: 'district',
  informs: ['data'],
} as const;

/** How and whether a refugee lives here is nobody's business: the smallest count is higher than usual. */
const persons = { ...stock, unit: 'person', disclosure: { minimum: 5 } } as const;

/** Beside the count of all persons this one would tell the number of the others, however few they are. */
const part = { ...persons, published: false } as const;

/** Places and persons in the collective accommodation of a district, on 31 December. */
export const measures = {
  shelterPlaces: {
    title: { de: 'Plätze in Gemeinschaftsunterkünften', en: 'Places in collective accommodation' },
    description: {
      de: 'Plätze, die der Landkreis am 31. Dezember in Gemeinschaftsunterkünften vorhielt, belegt oder frei. Wohnungen gehören nicht dazu.',
      en: 'Places that the district kept in collective accommodation on 31 December, taken or not. Flats are not included.',
    },
    ...stock,
    unit: 'count',
    disclosure: 'none',
  },
  personsInShelters: {
    title: { de: 'Menschen in Gemeinschaftsunterkünften', en: 'People in collective accommodation' },
    description: {
      de: 'Wer am 31. Dezember in einer Gemeinschaftsunterkunft des Landkreises wohnte, in welchem Verfahren auch immer.',
      en: 'Who lived in collective accommodation of the district on 31 December, whatever their legal status.',
    },
    caveats: {
      de: 'Eigene Zählung des Landkreises. Unterkünfte des Landes gehören nicht dazu.',
      en: 'Own count of the district. Accommodation of the state is not included.',
    },
    ...persons,
  },
  recognisedInShelters: {
    title: {
      de: 'Anerkannte in Gemeinschaftsunterkünften',
      en: 'Recognised people in collective accommodation',
    },
    description: {
      de: 'Menschen, deren Schutz anerkannt ist und die am 31. Dezember noch in einer Gemeinschaftsunterkunft wohnten, etwa weil sie keine Wohnung gefunden haben.',
      en: 'People whose protection is recognised and who still lived in collective accommodation on 31 December, for example because they found no flat.',
    },
    ...part,
  },
  benefitRecipients: {
    title: {
      de: 'Menschen mit Asylbewerberleistungen (eigene Zählung)',
      en: 'Recipients of asylum benefits (own count)',
    },
    description: {
      de: 'Menschen, die am 31. Dezember vom Landkreis Leistungen nach dem Asylbewerberleistungsgesetz bekamen, ob in einer Wohnung oder einer Unterkunft.',
      en: 'People who received benefits under the Asylum Seekers’ Benefits Act from the district on 31 December, in a flat or in collective accommodation.',
    },
    caveats: {
      de: 'Eigene Zählung des Landkreises; die Asylbewerberleistungsstatistik (22221) rundet seit 2020 und kann abweichen.',
      en: 'Own count of the district; the official statistics (22221) have been rounded since 2020 and may differ.',
    },
    ...persons,
  },
  benefitRecipientsInShelters: {
    title: {
      de: 'Menschen mit Asylbewerberleistungen in Gemeinschaftsunterkünften',
      en: 'Recipients of asylum benefits in collective accommodation',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Leistungen nach dem Asylbewerberleistungsgesetz bekamen und in einer Gemeinschaftsunterkunft wohnten.',
      en: 'People who received benefits under the Asylum Seekers’ Benefits Act and lived in collective accommodation on 31 December.',
    },
    ...part,
  },
} as const satisfies Record<string, MeasureDefinition>;

/** The name of a measure of this plug-in. */
export type HousingMeasure = keyof typeof measures;
