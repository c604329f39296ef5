import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';

const title = { de: 'Erfundenes', en: 'Made up' };
const measure = {
  title,
  description: title,
  rollup: 'sum',
  overTime: 'last',
  disclosure: 'none',
} as const;

/** The one series of the sample of SDMX-CSV, in two of its currencies. */
const series = {
  FREQ: 'A',
  DER_TYPE: 'U',
  DER_INSTR: 'A',
  DER_RISKs: 'B',
  DER_SECTOR_CPY: 'A',
  DER_CPC: '1E',
  DER_SECTOR_UDL: 'A',
  DER_CURR_LEG1: ['JPY', 'HKD', 'INR'],
  DER_CURR_LEG2: 'TO1',
  DER_ISSUE_MAT: 'A',
  DER_RATING: 'A',
  DER_EX_METHOD: '3',
  DER_BASIS: 'C',
  AVAILABILITY: 'K',
  COLLECTION: 'S',
};

/** The formats that no plug-in of the repository reads yet: SDMX-CSV, JSON-stat, and flat files of the older style. */
export const fuzzPlugin = defineIndicatorPlugin({
  id: 'fuzz',
  apiVersion: 1,
  title,
  statistics: { samples: { title, institute: 'Amt', licence: 'dl-de/by-2-0', populationBase: 'samples' } },
  inputs: {
    sdmx: {
      level: 'district',
      reader: 'sdmx-csv',
      table: 'BIS:BIS_DER(1.0)',
      territory: ['DER_REP_CTY'],
      values: [{ where: series, measure: 'turnover' }],
      ignored: [{ reason: 'other currencies' }],
    },
    jsonStat: {
      level: 'district',
      reader: 'json-stat',
      table: 'https://json-stat.org/samples/galicia.json',
      territory: ['residence'],
      values: [
        {
          where: { birth: 'T', age: 'T', concept: 'pop' },
          dimensions: { gender: 'sex' },
          measure: 'people',
          factor: 1,
        },
      ],
      ignored: [{ reason: 'places of birth and ages' }],
    },
    flatOfOldStyle: {
      level: 'district',
      reader: 'genesis-flat',
      table: '11111-0001',
      values: [{ content: 'FLC006', measure: 'area', factor: 100 }],
    },
  },
  measures: {
    turnover: { ...measure, unit: 'euro', reference: { during: 'period' } },
    people: {
      ...measure,
      unit: 'person',
      reference: { at: '12-31' },
      disclosure: 'atSource',
      dimensions: ['sex'],
    },
    area: { ...measure, unit: 'hectare', reference: { at: '12-31' } },
  },
});
