import { defineIndicatorPlugin, type PlausibilityDefinition } from '@kreisweit/plugin-kit';
import { indicators } from './indicators.ts';
import { type HealthMeasure, measures } from './measures.ts';

/** No finding can be made with more children than were examined. */
function amongExamined(finding: HealthMeasure, examined: HealthMeasure): PlausibilityDefinition {
  const { de, en } = measures[finding].title;
  return {
    title: { de: `${de}: nicht mehr als untersuchte`, en: `${en}: not more than were examined` },
    severity: 'error',
    atMost: [finding, examined],
  };
}

/** Findings of the school entrance examination by family language, as the health office of a district records them. */
export const healthPlugin = defineIndicatorPlugin({
  id: 'health',
  apiVersion: 1,
  title: { de: 'Gesundheit', en: 'Health' },
  statistics: {
    schoolEntrance: {
      title: { de: 'Schuleingangsuntersuchung', en: 'School entrance examination' },
      institute: 'Gesundheitsamt des Kreises (eigene Erhebung)',
      licence: 'dl-de/by-2-0',
      populationBase: 'children-examined',
      url: 'https://www.integrationsmonitoring-laender.de/',
    },
  },
  inputs: { ownFigures: { level: 'district', reader: 'own-figures' } },
  measures,
  indicators,
  plausibility: {
    fullCheckupGerman: amongExamined('fullCheckupGerman', 'examinedGerman'),
    fullCheckupOther: amongExamined('fullCheckupOther', 'examinedOther'),
    overweightGerman: amongExamined('overweightGerman', 'examinedGerman'),
    overweightOther: amongExamined('overweightOther', 'examinedOther'),
    supportNeedGerman: amongExamined('supportNeedGerman', 'examinedGerman'),
    supportNeedOther: amongExamined('supportNeedOther', 'examinedOther'),
  },
});
