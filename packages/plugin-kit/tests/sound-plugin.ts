import { defineIndicatorPlugin } from '../src/definition/define-indicator-plugin.ts';
import { share } from '../src/formula/formula-nodes.ts';

const count = {
  unit: 'count',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'none',
  dimensions: [],
} as const;

/** A small plug-in in which nothing is wrong; tests change what they are about. */
export const soundPlugin = defineIndicatorPlugin({
  id: 'care',
  apiVersion: 1,
  title: { de: 'Betreuung', en: 'Care' },
  statistics: {
    places: {
      title: { de: 'Plätze in Kitas', en: 'Places in day care' },
      code: '12411',
      institute: 'Amt',
      licence: 'dl-de/by-2-0',
      populationBase: 'places',
    },
  },
  inputs: {
    byDistrict: {
      level: 'district',
      reader: 'genesis',
      table: '12411-01-01-4',
      columns: [
        { header: ['Insgesamt'], measure: 'places' },
        { header: ['männlich'], measure: 'taken' },
      ],
      ignored: [{ header: ['weiblich'], reason: 'the rest of the places' }],
    },
  },
  measures: {
    places: {
      ...count,
      title: { de: 'Plätze', en: 'Places' },
      description: { de: 'Plätze am Jahresende.', en: 'Places at the end of the year.' },
    },
    taken: {
      ...count,
      title: { de: 'Belegte Plätze', en: 'Places taken' },
      description: { de: 'Plätze, die belegt sind.', en: 'Places that are taken.' },
    },
  },
  indicators: {
    takenShare: {
      title: { de: 'Auslastung', en: 'Occupancy' },
      description: { de: 'Anteil der belegten Plätze.', en: 'Share of the places that are taken.' },
      unit: 'percent',
      decimals: 1,
      informs: ['data'],
      formula: (m) => share(m.taken, m.places),
    },
  },
  plausibility: {
    takenAmongPlaces: {
      title: { de: 'Nicht mehr belegt, als da ist', en: 'Not more taken than there are' },
      severity: 'error',
      atMost: ['taken', 'places'],
    },
  },
});
