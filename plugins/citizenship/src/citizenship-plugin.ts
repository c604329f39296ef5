import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { columns } from './columns.ts';
import { indicators } from './indicators.ts';
import { type Measure, measures } from './measures.ts';

/** Naturalisations of districts by region of origin, from the statistics of naturalisations. A definition only. */
export const citizenshipPlugin = defineIndicatorPlugin<'naturalisations', Measure>({
  id: 'citizenship',
  apiVersion: 1,
  title: { de: 'Einbürgerungen', en: 'Citizenship' },
  statistics: {
    naturalisations: {
      title: { de: 'Einbürgerungsstatistik', en: 'Statistics of naturalisations' },
      code: '12511',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      populationBase: 'naturalised-persons',
      url: 'https://www.regionalstatistik.de/',
    },
  },
  inputs: {
    byOrigin: { level: 'district', reader: 'genesis', table: '12511-01-01-4', columns },
  },
  measures,
  indicators,
});
