import type { MeasureDefinition } from '@kreisweit/plugin-kit';
import type { WorkStatistic } from './statistics.ts';

const atTheWorkplace = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '06-30' },
  disclosure: 'atSource',
  statistic: 'employment',
  apportionBy: 'employment',
} as const;

/** Once more for formulas, which cannot choose a category. */
const part = { ...atTheWorkplace, published: false } as const;

/** The counts of the statistics of employees, on 30 June. */
export const employmentMeasures = {
  employees: {
    ...atTheWorkplace,
    title: { de: 'Beschäftigte am Arbeitsort', en: 'Employees at the place of work' },
    description: {
      de: 'Menschen, die am 30. Juni hier sozialversicherungspflichtig beschäftigt waren, wo auch immer sie wohnen; auch getrennt für Frauen und Männer und für Ausländerinnen und Ausländer.',
      en: 'People in employment subject to social insurance here on 30 June, wherever they live; also for women and men and for foreigners.',
    },
    caveats: {
      de: 'Gezählt wird am Arbeitsort: Wer auspendelt, zählt dort, wo er arbeitet. Nicht enthalten sind geringfügig Beschäftigte, Selbstständige sowie Beamtinnen und Beamte. Nach der Staatsangehörigkeit nennen die Tabellen nur Ausländerinnen und Ausländer; einige Menschen sind ohne Angabe.',
      en: 'Counted at the place of work: commuters count where they work. Marginal employment, the self-employed and civil servants are not included. By citizenship the tables name only foreigners; of some people their citizenship is not known.',
    },
    dimensions: ['sex', 'nationality'],
    informs: ['data'],
  },
  foreignEmployees: {
    ...atTheWorkplace,
    title: { de: 'Ausländische Beschäftigte am Arbeitsort', en: 'Foreign employees at the place of work' },
    description: {
      de: 'Menschen ohne deutsche Staatsangehörigkeit, die am 30. Juni hier sozialversicherungspflichtig beschäftigt waren, wo auch immer sie wohnen.',
      en: 'People without German citizenship in employment subject to social insurance here on 30 June, wherever they live.',
    },
    caveats: {
      de: 'Gezählt wird am Arbeitsort: Wer auspendelt, zählt dort, wo er arbeitet. Kleine Zahlen einzelner Gemeinden sind geheim.',
      en: 'Counted at the place of work: commuters count where they work. Small numbers of single municipalities are confidential.',
    },
    dimensions: ['sex'],
    informs: ['data'],
  },
  employedWomen: {
    ...part,
    title: { de: 'Beschäftigte Frauen am Arbeitsort', en: 'Employed women at the place of work' },
  },
  foreignEmployedWomen: {
    ...part,
    title: {
      de: 'Ausländische beschäftigte Frauen am Arbeitsort',
      en: 'Foreign employed women at the place of work',
    },
  },
} as const satisfies Record<string, MeasureDefinition<WorkStatistic>>;
