import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { indicators } from './indicators.ts';
import { measures } from './measures.ts';
import { plausibility } from './plausibility.ts';

/** Children in day care by migration background and family language, as the municipalities of a district count them. */
export const earlyYearsPlugin = defineIndicatorPlugin({
  id: 'early-years',
  apiVersion: 1,
  title: { de: 'Frühe Bildung', en: 'Early years' },
  statistics: {
    ownCount: {
      title: {
        de: 'Eigene Erhebung zur Kindertagesbetreuung',
        en: 'Own count of children in day care',
      },
      institute: 'Landkreis und Gemeinden (eigene Erhebung)',
      licence: 'dl-de/by-2-0',
      populationBase: 'own-count-of-children',
      url: 'https://www.integrationsmonitoring-laender.de/',
    },
  },
  inputs: { ownFigures: { level: 'municipality', reader: 'own-figures' } },
  measures,
  indicators,
  plausibility,
});
