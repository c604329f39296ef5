import type { MeasureDefinition } from '@kreisweit/plugin-kit';
import type { WorkStatistic } from './statistics.ts';

/** Since 2005 other offices count, and people who lived on social assistance before are counted too. */
const sinceJobCentres = {
  from: '2005',
  reason: {
    de: 'Mit dem Sozialgesetzbuch II zählen ab 2005 auch erwerbsfähige Menschen mit, die zuvor Sozialhilfe bekamen; die Zahlen kommen seither aus mehreren Quellen.',
    en: 'With Book II of the Social Code people able to work who lived on social assistance before are counted from 2005 on; the figures come from several sources since.',
  },
} as const;

const registered = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'mean',
  reference: { mean: 'year' },
  disclosure: 'atSource',
  statistic: 'unemployment',
  additivity: 'rounded',
  apportionBy: 'population',
  breaks: [sinceJobCentres],
  direction: 'lowerIsBetter',
  informs: ['data'],
} as const;

/** Every group is counted on its own, so that a person can be in several. */
const overlapping = {
  de: 'Jahresdurchschnitt. Die Gruppen der Arbeitslosen überschneiden sich und dürfen nicht addiert werden.',
  en: 'Annual mean. The groups of unemployed people overlap and must not be added up.',
} as const;

/** The registered unemployed and groups of them, as means of the year. */
export const unemploymentMeasures = {
  unemployed: {
    title: { de: 'Arbeitslose', en: 'Unemployed' },
    description: {
      de: 'Menschen, die hier wohnen und im Mittel des Jahres arbeitslos gemeldet waren; auch getrennt für Ausländerinnen und Ausländer.',
      en: 'People living here who were registered as unemployed, as a mean over the year; also for foreigners.',
    },
    caveats: {
      de: 'Jahresdurchschnitt: Die Summe der Gemeinden kann durch Rundung vom Kreis abweichen. Nach der Staatsangehörigkeit nennen die Tabellen nur Ausländerinnen und Ausländer.',
      en: 'Annual mean: the sum of the municipalities can differ from the district by rounding. By citizenship the tables name only foreigners.',
    },
    dimensions: ['nationality'],
    ...registered,
  },
  unemployedForeigners: {
    title: { de: 'Arbeitslose Ausländerinnen und Ausländer', en: 'Unemployed foreigners' },
    description: {
      de: 'Arbeitslose ohne deutsche Staatsangehörigkeit, im Mittel des Jahres.',
      en: 'Unemployed people without German citizenship, as a mean over the year.',
    },
    ...registered,
  },
  unemployedSeverelyDisabled: {
    title: { de: 'Schwerbehinderte Arbeitslose', en: 'Severely disabled unemployed' },
    description: {
      de: 'Arbeitslose mit anerkannter Schwerbehinderung, im Mittel des Jahres.',
      en: 'Unemployed people with a recognised severe disability, as a mean over the year.',
    },
    caveats: overlapping,
    ...registered,
  },
  unemployedAged15To19: {
    title: { de: 'Arbeitslose von 15 bis unter 20 Jahren', en: 'Unemployed aged 15 to under 20' },
    description: {
      de: 'Arbeitslose, die mindestens 15, aber noch nicht 20 Jahre alt waren, im Mittel des Jahres. Sie gehören auch zu den unter 25-Jährigen.',
      en: 'Unemployed people aged 15 to under 20, as a mean over the year. They are also part of those under 25.',
    },
    caveats: overlapping,
    ...registered,
  },
  unemployedAged15To24: {
    title: { de: 'Arbeitslose von 15 bis unter 25 Jahren', en: 'Unemployed aged 15 to under 25' },
    description: {
      de: 'Arbeitslose, die mindestens 15, aber noch nicht 25 Jahre alt waren, im Mittel des Jahres.',
      en: 'Unemployed people aged 15 to under 25, as a mean over the year.',
    },
    caveats: overlapping,
    ...registered,
  },
  unemployedAged55To64: {
    title: { de: 'Arbeitslose von 55 bis unter 65 Jahren', en: 'Unemployed aged 55 to under 65' },
    description: {
      de: 'Arbeitslose, die mindestens 55, aber noch nicht 65 Jahre alt waren, im Mittel des Jahres.',
      en: 'Unemployed people aged 55 to under 65, as a mean over the year.',
    },
    caveats: overlapping,
    ...registered,
  },
  longTermUnemployed: {
    title: { de: 'Langzeitarbeitslose', en: 'Long-term unemployed' },
    description: {
      de: 'Arbeitslose, die ein Jahr und länger arbeitslos gemeldet waren, im Mittel des Jahres.',
      en: 'Unemployed people who had been registered for a year or longer, as a mean over the year.',
    },
    caveats: overlapping,
    ...registered,
  },
} as const satisfies Record<string, MeasureDefinition<WorkStatistic>>;

const computed = {
  unit: 'percent',
  decimals: 1,
  rollup: 'none',
  overTime: 'none',
  reference: { mean: 'year' },
  disclosure: 'atSource',
  statistic: 'unemployment',
  reportedAt: 'district',
} as const;

const published = {
  ...computed,
  direction: 'lowerIsBetter',
  caveats: {
    de: 'Vom Institut berechnet und hier unverändert: Quoten mehrerer Kreise lassen sich nicht mitteln. Wer Arbeit sucht, aber nicht gemeldet ist, fehlt.',
    en: 'Computed by the institute and passed on as it is: the rates of several districts cannot be averaged. People who look for work without being registered are missing.',
  },
  informs: ['data'],
} as const;

/** Once more for formulas, which cannot choose a category. */
const part = { ...computed, published: false } as const;

/** Rates of groups are published from 2009 on, all with the same base: the whole civilian labour force of the group. */
export const unemploymentRates = {
  unemploymentRate: {
    ...published,
    title: { de: 'Arbeitslosenquote', en: 'Unemployment rate' },
    description: {
      de: 'Arbeitslose je 100 zivile Erwerbspersonen, also Erwerbstätige und Arbeitslose zusammen, im Mittel des Jahres; ab 2009 auch für Frauen, für Männer und für Ausländerinnen und Ausländer.',
      en: 'Unemployed per 100 of the civilian labour force, that is employed and unemployed people together, as a mean over the year; from 2009 on also for women, for men and for foreigners.',
    },
    dimensions: ['sex', 'nationality'],
    breaks: [sinceJobCentres],
    informs: ['strategy', 'data'],
  },
  unemploymentRateOfDependent: {
    ...published,
    title: {
      de: 'Arbeitslosenquote, bezogen auf abhängige Erwerbspersonen',
      en: 'Unemployment rate of the dependent labour force',
    },
    description: {
      de: 'Arbeitslose je 100 abhängige zivile Erwerbspersonen, also ohne Selbstständige und mithelfende Angehörige, im Mittel des Jahres.',
      en: 'Unemployed per 100 of the dependent civilian labour force, that is without the self-employed and family workers, as a mean over the year.',
    },
    breaks: [sinceJobCentres],
  },
  unemploymentRateOfMen: {
    ...part,
    title: { de: 'Arbeitslosenquote der Männer', en: 'Unemployment rate of men' },
  },
  unemploymentRateOfWomen: {
    ...part,
    title: { de: 'Arbeitslosenquote der Frauen', en: 'Unemployment rate of women' },
  },
  unemploymentRateOfForeigners: {
    ...part,
    title: {
      de: 'Arbeitslosenquote der Ausländerinnen und Ausländer',
      en: 'Unemployment rate of foreigners',
    },
  },
  youthUnemploymentRate: {
    ...published,
    title: { de: 'Jugendarbeitslosenquote', en: 'Youth unemployment rate' },
    description: {
      de: 'Arbeitslose von 15 bis unter 25 Jahren je 100 zivile Erwerbspersonen dieses Alters, im Mittel des Jahres; seit 2009.',
      en: 'Unemployed people aged 15 to under 25 per 100 of the civilian labour force of that age, as a mean over the year; since 2009.',
    },
  },
} as const satisfies Record<string, MeasureDefinition<WorkStatistic>>;
