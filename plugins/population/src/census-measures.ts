import type { MeasureDefinition } from '@kreisweit/plugin-kit';
import type { Statistic } from './statistics.ts';

const census2011 = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '05-09' },
  disclosure: 'atSource',
  statistic: 'census2011',
  additivity: 'perturbed',
  apportionBy: 'population',
  dimensions: ['sex'],
  informs: ['data'],
} as const;

const inHouseholds = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '05-09' },
  disclosure: 'atSource',
  statistic: 'censusHouseholds2011',
  additivity: 'rounded',
  reportedAt: 'district',
  informs: ['data'],
} as const;

const ofSample = {
  unit: 'count',
  rollup: 'none',
  overTime: 'none',
  reference: { mean: 'year' },
  disclosure: 'atSource',
  statistic: 'mikrozensus',
  additivity: 'rounded',
  reportedAt: 'district',
  informs: ['data'],
} as const;

/** The measures of the censuses and of the sample between them. */
export const censusMeasures = {
  censusResidents: {
    ...census2011,
    title: { de: 'Einwohnerinnen und Einwohner (Zensus 2011)', en: 'Residents (census 2011)' },
    description: {
      de: 'Bevölkerung am 9. Mai 2011 nach dem Zensus, auf dem Gebietsstand dieses Tages.',
      en: 'Population on 9 May 2011 as found by the census, on the boundaries of that day.',
    },
  },
  censusForeigners: {
    ...census2011,
    title: { de: 'Ausländerinnen und Ausländer (Zensus 2011)', en: 'Foreign residents (census 2011)' },
    description: {
      de: 'Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit am 9. Mai 2011. Kleine Zahlen sind vom Institut verändert; Summen können abweichen.',
      en: 'Residents without German citizenship on 9 May 2011. The institute alters small numbers; sums may differ.',
    },
  },
  censusGermans: {
    ...census2011,
    title: { de: 'Deutsche (Zensus 2011)', en: 'German residents (census 2011)' },
    description: {
      de: 'Einwohnerinnen und Einwohner mit deutscher Staatsangehörigkeit am 9. Mai 2011. Kleine Zahlen sind vom Institut verändert; Summen können abweichen.',
      en: 'Residents with German citizenship on 9 May 2011. The institute alters small numbers; sums may differ.',
    },
  },
  censusHouseholdMembers: {
    ...inHouseholds,
    title: {
      de: 'Personen in privaten Haushalten (Zensus 2011)',
      en: 'Persons in private households (census 2011)',
    },
    description: {
      de: 'Wer am 9. Mai 2011 in einem privaten Haushalt wohnte, auch nach Migrationshintergrund und Dauer des Aufenthalts in Deutschland. Hochgerechnet aus einer Stichprobe.',
      en: 'Who lived in a private household on 9 May 2011, also by migration background and length of stay in Germany. Projected from a sample.',
    },
    caveats: {
      de: 'Auf Zehner gerundet, ohne Wohnheime und Gemeinschaftsunterkünfte. Unsichere Werte zeigt das Institut nicht (/): In kleinen Kreisen fehlen daher viele.',
      en: 'Rounded to tens, without residential homes and shared accommodation. The institute does not show unreliable values (/): many are missing in small districts.',
    },
    dimensions: ['sex', 'nationality', 'migrationBackground'],
  },
  censusWithoutMigrationBackground: {
    ...inHouseholds,
    title: {
      de: 'Personen ohne Migrationshintergrund (Zensus 2011)',
      en: 'Persons without a migration background (census 2011)',
    },
    dimensions: ['sex', 'nationality'],
    published: false,
  },
  censusLongStay: {
    ...inHouseholds,
    title: {
      de: 'Personen mit Migrationshintergrund, seit 20 Jahren und länger in Deutschland (Zensus 2011)',
      en: 'Persons with a migration background, 20 years and more in Germany (census 2011)',
    },
    dimensions: ['sex', 'nationality'],
    published: false,
  },
  censusShortStay: {
    ...inHouseholds,
    title: {
      de: 'Personen mit Migrationshintergrund, seit weniger als 5 Jahren in Deutschland (Zensus 2011)',
      en: 'Persons with a migration background, less than 5 years in Germany (census 2011)',
    },
    dimensions: ['sex', 'nationality'],
    published: false,
  },
  census2022Residents: {
    title: { de: 'Einwohnerinnen und Einwohner (Zensus 2022)', en: 'Residents (census 2022)' },
    description: {
      de: 'Bevölkerung am 15. Mai 2022 nach dem Zensus, auf dem Gebietsstand dieses Tages.',
      en: 'Population on 15 May 2022 as found by the census, on the boundaries of that day.',
    },
    caveats: {
      de: 'Zum Schutz der Befragten verändert das Institut Zahlen zufällig um wenige Personen; Summen von Gemeinden weichen daher vom veröffentlichten Ergebnis ab. Die Tabelle enthält nur Gemeinden und Deutschland.',
      en: 'To protect those who answered the institute alters numbers at random by a few persons; sums of municipalities therefore differ from the published result. The table holds only municipalities and Germany.',
    },
    unit: 'person',
    rollup: 'sum',
    overTime: 'last',
    reference: { at: '05-15' },
    disclosure: 'atSource',
    statistic: 'census2022',
    additivity: 'perturbed',
    apportionBy: 'population',
    informs: ['data'],
  },
  livingArrangements: {
    ...ofSample,
    title: { de: 'Lebensformen (Mikrozensus)', en: 'Living arrangements (microcensus)' },
    description: {
      de: 'Wie Menschen zusammenleben, im Jahresmittel: Paare ohne Kinder, Familien mit Kindern und Alleinstehende. Gezählt werden Lebensformen, nicht Personen.',
      en: 'How people live together, as a mean of the year: couples without children, families with children, and people who live alone. What is counted are living arrangements, not persons.',
    },
    caveats: {
      de: 'Hochgerechnet aus einer Stichprobe von einem Prozent und auf Tausender gerundet. Werte in Klammern sind unsicher; Werte mehrerer Kreise dürfen nicht addiert werden.',
      en: 'Projected from a sample of one per cent and rounded to thousands. Values in brackets are uncertain; values of several districts must not be added up.',
    },
    dimensions: ['familyForm'],
  },
  families: {
    ...ofSample,
    title: { de: 'Familien mit Kindern (Mikrozensus)', en: 'Families with children (microcensus)' },
    published: false,
  },
  livingAlone: {
    ...ofSample,
    title: { de: 'Alleinstehende (Mikrozensus)', en: 'People who live alone (microcensus)' },
    published: false,
  },
} as const satisfies Record<string, MeasureDefinition<Statistic>>;
