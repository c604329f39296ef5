import { defineIndicatorPlugin, share } from '@kreisweit/plugin-kit';

/**
 * Persons who were advised and who found work: figures of our own, counted once a year. The definition is all that is
 * needed to read a table of them, add it up and publish it.
 */
export const myFiguresPlugin = defineIndicatorPlugin({
  id: 'my-figures',
  apiVersion: 1,
  title: { de: 'Beratung', en: 'Advice' },
  statistics: {
    advice: {
      title: { de: 'Statistik der Beratungsstelle', en: 'Records of the advice centre' },
      institute: 'Landkreis Musterland',
      licence: 'dl-de/by-2-0',
      populationBase: 'advised-persons',
      url: 'https://www.example.org/beratung',
    },
  },
  inputs: {
    figures: { level: 'district', reader: 'own-figures' },
  },
  measures: {
    advised: {
      title: { de: 'Beratene Personen', en: 'Persons advised' },
      description: {
        de: 'Personen, die in dem Jahr mindestens einmal beraten wurden, am Wohnort gezählt.',
        en: 'Persons who were advised at least once in the year, counted where they live.',
      },
      unit: 'person',
      rollup: 'sum',
      // Who comes in two years is counted in both: years are not added up.
      overTime: 'none',
      reference: { during: 'period' },
      disclosure: { minimum: 3 },
      reportedAt: 'district',
    },
    employed: {
      title: { de: 'In Arbeit vermittelte Personen', en: 'Persons who found work' },
      description: {
        de: 'Beratene Personen, die bis zum Ende des Jahres eine Arbeit aufgenommen haben.',
        en: 'Persons advised who had started a job by the end of the year.',
      },
      unit: 'person',
      rollup: 'sum',
      overTime: 'none',
      reference: { during: 'period' },
      disclosure: { minimum: 3 },
      reportedAt: 'district',
    },
  },
  indicators: {
    employedShare: {
      title: { de: 'Anteil der Vermittelten', en: 'Share of those who found work' },
      description: {
        de: 'Anteil der beratenen Personen, die bis zum Ende des Jahres eine Arbeit aufgenommen haben.',
        en: 'Persons who had started a job by the end of the year as a share of all persons advised.',
      },
      caveats: {
        de: 'Wer erst spät im Jahr zur Beratung kommt, findet oft erst im nächsten Jahr Arbeit.',
        en: 'Who comes for advice late in a year often finds work only in the next one.',
      },
      informs: ['networking', 'data'],
      unit: 'percent',
      decimals: 1,
      direction: 'higherIsBetter',
      formula: (m) => share(m.employed, m.advised),
    },
  },
  plausibility: {
    employedAmongAdvised: {
      title: {
        de: 'Nicht mehr Vermittelte als Beratene',
        en: 'Not more persons found work than were advised',
      },
      severity: 'error',
      atMost: ['employed', 'advised'],
    },
  },
});
