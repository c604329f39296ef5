import type { MeasureDefinition } from '@kreisweit/plugin-kit';

export type Statistic = 'asylumBenefits' | 'ownFigures';

const recipients = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  statistic: 'asylumBenefits',
  reportedAt: 'district',
} as const;

const ownCount = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: { minimum: 3 },
  statistic: 'ownFigures',
} as const;

const byLaw = {
  de: 'Wer anerkannt ist, erhält andere Leistungen und zählt nicht mehr dazu: Die Zahl ist nicht die aller Geflüchteten. Wer in Einrichtungen des Landes lebt, zählt in Nordrhein-Westfalen, im Saarland und in Berlin nur beim Land, in Brandenburg beim Landkreis Oder-Spree.',
  en: 'Those who are recognised receive other benefits and are no longer counted: the number is not that of all refugees. Those who live in facilities of the state are counted only with the state in North Rhine-Westphalia, Saarland and Berlin, and with the district Oder-Spree in Brandenburg.',
};

const rounded = {
  de: 'Bis 2015 ergeben die Altersgruppen zusammen immer den Gesamtwert; ab 2020 rundet das Institut jede Zahl für sich auf ein Vielfaches von fünf. Nach dem Geschlecht nennt die Tabelle nur Frauen und Mädchen.',
  en: 'Until 2015 the age groups together always are the total; from 2020 on the institute rounds each figure on its own to a multiple of five. By sex the table names only women and girls.',
};

const kindsDiffer = {
  de: 'Beide Leistungsarten zusammen ergeben nicht immer alle, die Leistungen erhalten (Hessen 2013, Waldeck-Frankenberg 2010).',
  en: 'Both kinds of benefits together are not always all who receive benefits (Hesse 2013, Waldeck-Frankenberg 2010).',
};

/** Once more for formulas, which cannot choose a category. */
const part = { ...recipients, published: false } as const;

/** The measures of the statistics of asylum benefits, and those that districts count themselves. */
export const measures = {
  recipients: {
    ...recipients,
    title: {
      de: 'Empfängerinnen und Empfänger von Asylbewerberleistungen',
      en: 'Recipients of asylum benefits',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Regelleistungen nach dem Asylbewerberleistungsgesetz erhielten, vor allem im laufenden Asylverfahren oder mit einer Duldung.',
      en: 'People who received regular benefits under the Asylum Seekers’ Benefits Act on 31 December, mainly during their asylum procedure or while tolerated.',
    },
    caveats: { de: `${byLaw.de} ${rounded.de}`, en: `${byLaw.en} ${rounded.en}` },
    dimensions: ['sex', 'ageGroupBenefits'],
    informs: ['strategy', 'networking', 'data'],
  },
  femaleRecipients: {
    ...part,
    title: {
      de: 'Empfängerinnen von Asylbewerberleistungen',
      en: 'Female recipients of asylum benefits',
    },
  },
  recipientsUnder7: {
    ...part,
    title: {
      de: 'Empfängerinnen und Empfänger von Asylbewerberleistungen unter 7 Jahren',
      en: 'Recipients of asylum benefits under 7 years',
    },
  },
  recipientsAged7To17: {
    ...part,
    title: {
      de: 'Empfängerinnen und Empfänger von Asylbewerberleistungen von 7 bis unter 18 Jahren',
      en: 'Recipients of asylum benefits aged 7 to under 18',
    },
  },
  recipientsAged18To24: {
    ...part,
    title: {
      de: 'Empfängerinnen und Empfänger von Asylbewerberleistungen von 18 bis unter 25 Jahren',
      en: 'Recipients of asylum benefits aged 18 to under 25',
    },
  },
  basicBenefitRecipients: {
    ...recipients,
    title: { de: 'Menschen mit Grundleistungen', en: 'Recipients of basic benefits' },
    description: {
      de: 'Menschen, die am 31. Dezember Grundleistungen nach dem Asylbewerberleistungsgesetz erhielten: die geringeren Leistungen in der ersten Zeit des Aufenthalts.',
      en: 'People who received basic benefits under the Asylum Seekers’ Benefits Act on 31 December: the lower benefits during the first part of the stay.',
    },
    caveats: kindsDiffer,
    informs: ['strategy'],
  },
  livelihoodAssistanceRecipients: {
    ...recipients,
    title: {
      de: 'Menschen mit laufender Hilfe zum Lebensunterhalt',
      en: 'Recipients of continuous assistance towards living expenses',
    },
    description: {
      de: 'Menschen, die am 31. Dezember nach längerem Aufenthalt Leistungen in Höhe der Sozialhilfe erhielten (§ 2 des Asylbewerberleistungsgesetzes).',
      en: 'People who, after a longer stay, received benefits at the level of social assistance on 31 December (section 2 of the Asylum Seekers’ Benefits Act).',
    },
    caveats: kindsDiffer,
    informs: ['strategy'],
  },
  unaccompaniedMinors: {
    ...ownCount,
    reportedAt: 'district',
    title: {
      de: 'Unbegleitete Minderjährige in Obhut und Hilfe',
      en: 'Unaccompanied minors in care',
    },
    description: {
      de: 'Ausländische Kinder und Jugendliche, die ohne Sorgeberechtigte gekommen sind und am 31. Dezember vom Jugendamt des Kreises in Obhut genommen waren oder Hilfen erhielten; eigene Zählung.',
      en: 'Foreign children and young people who came without a parent or guardian and on 31 December were in the care of the youth office of the district or received its help; own count.',
    },
    caveats: {
      de: 'Ob junge Volljährige mitgezählt werden, sagt der Kreis in der Bemerkung zu seinen Zahlen.',
      en: 'Whether young adults are counted too is said in the note that the district adds to its figures.',
    },
    informs: ['strategy', 'networking'],
  },
  placedPersons: {
    ...ownCount,
    title: { de: 'Aufgenommene Geflüchtete', en: 'Refugees taken in' },
    description: {
      de: 'Geflüchtete, die hier aufgenommen waren und am 31. Dezember auf die Aufnahmequote angerechnet wurden; eigene Zählung des Kreises oder seiner Gemeinden.',
      en: 'Refugees who had been taken in here and counted towards the quota on 31 December; own count of the district or its municipalities.',
    },
    informs: ['cooperation', 'strategy'],
  },
  allocationQuota: {
    ...ownCount,
    unit: 'count',
    disclosure: 'none',
    title: { de: 'Aufnahmequote (Soll)', en: 'Allocation quota' },
    description: {
      de: 'Wie viele Geflüchtete der Kreis und seine Gemeinden bis zum 31. Dezember nach dem Schlüssel des Landes aufnehmen sollten.',
      en: 'How many refugees the district and its municipalities were to take in by 31 December according to the key of the state.',
    },
    informs: ['cooperation'],
  },
} as const satisfies Record<string, MeasureDefinition<Statistic>>;

export type Measure = keyof typeof measures;
