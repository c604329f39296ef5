import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { indicators } from './indicators.ts';
import { inputs } from './inputs.ts';
import { type Measure, measures } from './measures.ts';

/** Arrivals and departures of districts and municipalities, from the migration statistics. A definition only. */
export const migrationPlugin = defineIndicatorPlugin<'moves', Measure>({
  id: 'migration',
  apiVersion: 1,
  title: { de: 'Zu- und Fortzüge', en: 'Migration' },
  statistics: {
    moves: {
      title: { de: 'Wanderungsstatistik', en: 'Migration statistics' },
      code: '12711',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      populationBase: 'moves',
      url: 'https://www.regionalstatistik.de/',
    },
  },
  inputs,
  measures,
  indicators,
  plausibility: {
    arrivalsFromAbroadAmongArrivals: {
      title: {
        de: 'Nicht mehr Zuzüge aus dem Ausland als Zuzüge',
        en: 'Not more arrivals from abroad than arrivals',
      },
      severity: 'error',
      atMost: ['arrivalsFromAbroad', 'arrivals'],
    },
    departuresAbroadAmongDepartures: {
      title: {
        de: 'Nicht mehr Fortzüge ins Ausland als Fortzüge',
        en: 'Not more departures abroad than departures',
      },
      severity: 'error',
      atMost: ['departuresAbroad', 'departures'],
    },
    foreignArrivalsAmongArrivals: {
      title: {
        de: 'Nicht mehr Zuzüge von Ausländerinnen und Ausländern als Zuzüge',
        en: 'Not more arrivals of foreigners than arrivals',
      },
      severity: 'error',
      atMost: ['foreignArrivals', 'arrivals'],
    },
    foreignDeparturesAmongDepartures: {
      title: {
        de: 'Nicht mehr Fortzüge von Ausländerinnen und Ausländern als Fortzüge',
        en: 'Not more departures of foreigners than departures',
      },
      severity: 'error',
      atMost: ['foreignDepartures', 'departures'],
    },
  },
});
