import type { StatisticDefinition } from '@kreisweit/plugin-kit';

const source = {
  institute: 'Statistische Ämter des Bundes und der Länder',
  licence: 'dl-de/by-2-0',
  url: 'https://www.regionalstatistik.de/',
};

/** Both come from the Federal Employment Agency, but they count different people at different places. */
export const statistics = {
  employment: {
    title: {
      de: 'Statistik der sozialversicherungspflichtig Beschäftigten',
      en: 'Statistics of employees subject to social insurance',
    },
    code: '13111',
    populationBase: 'employees-at-workplace',
    ...source,
  },
  unemployment: {
    title: {
      de: 'Arbeitsmarktstatistik der Bundesagentur für Arbeit',
      en: 'Labour market statistics of the Federal Employment Agency',
    },
    code: '13211',
    populationBase: 'registered-unemployed',
    ...source,
  },
} as const satisfies Record<string, StatisticDefinition>;

/** The name of a statistic of this plug-in. */
export type WorkStatistic = keyof typeof statistics;
