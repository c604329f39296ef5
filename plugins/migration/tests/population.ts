import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';

const persons = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
} as const;

/** What this plug-in reads of the plug-in population: a stand-in, since no plug-in imports another one. */
export const population = defineIndicatorPlugin({
  id: 'population',
  apiVersion: 1,
  title: { de: 'Bevölkerung', en: 'Population' },
  statistics: {
    update: {
      title: { de: 'Fortschreibung des Bevölkerungsstandes', en: 'Population update' },
      code: '12411',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      populationBase: 'residents-update',
    },
  },
  measures: {
    residents: {
      ...persons,
      title: { de: 'Einwohnerinnen und Einwohner', en: 'Residents' },
      dimensions: ['sex'],
    },
    foreigners: {
      ...persons,
      title: { de: 'Ausländerinnen und Ausländer', en: 'Foreign residents' },
      dimensions: ['sex'],
    },
  },
});
