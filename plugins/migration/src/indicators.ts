import { add, type IndicatorDefinition, per, ref, share, subtract } from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

const moves = { unit: 'count', decimals: 0 } as const;
const percent = { unit: 'percent', decimals: 1 } as const;
const perThousand = { unit: 'per_1000', decimals: 1 } as const;

const movesOfTheYear = {
  de: 'Umzüge während des Jahres (Wanderungsstatistik), bezogen auf die Bevölkerung am 31. Dezember desselben Jahres (Bevölkerungsfortschreibung): beide auf demselben Gebietsstand.',
  en: 'Moves during the year (migration statistics) in relation to the population on 31 December of the same year (population update): both on the same boundaries.',
};

const withReceptionCentres = {
  de: 'Aufnahmeeinrichtungen für Geflüchtete lassen Zuzüge und Fortzüge eines Kreises stark steigen. Berichtigungen der Melderegister zählen nicht als Umzüge, ändern aber die Bevölkerung.',
  en: 'Reception centres for refugees raise the arrivals and departures of a district a lot. Corrections of the registers of residents are no moves, but change the population.',
};

/** What the plug-in publishes beside its measures. */
export const indicators = {
  netMigration: {
    ...moves,
    title: { de: 'Wanderungssaldo', en: 'Net migration' },
    description: {
      de: 'Zuzüge weniger Fortzüge im Lauf des Jahres; mehr als null heißt, dass mehr Menschen kamen als gingen. Umzüge innerhalb des Kreises heben sich auf. Nach Altersgruppen zeigt der Saldo, ob junge Erwachsene (18 bis unter 25 Jahre) gehen und Familien kommen.',
      en: 'Arrivals less departures during the year; above zero means that more people came than left. Moves inside the district cancel out. By age the balance shows whether young adults (18 to under 25 years) leave and families come.',
    },
    caveats: withReceptionCentres,
    informs: ['strategy'],
    formula: (m) => subtract(m.arrivals, m.departures),
  },
  netMigrationRate: {
    ...perThousand,
    title: {
      de: 'Wanderungssaldo je 1 000 Einwohnerinnen und Einwohner',
      en: 'Net migration per 1,000 residents',
    },
    description: {
      de: 'Zuzüge weniger Fortzüge des Jahres, bezogen auf 1 000 Einwohnerinnen und Einwohner am 31. Dezember desselben Jahres.',
      en: 'Arrivals less departures of the year, per 1,000 residents on 31 December of the same year.',
    },
    caveats: withReceptionCentres,
    informs: ['strategy'],
    mixedBase: movesOfTheYear,
    formula: (m) => per(1000, subtract(m.arrivals, m.departures), ref('population/residents')),
  },
  netMigrationAbroad: {
    ...moves,
    title: { de: 'Wanderungssaldo mit dem Ausland', en: 'Net migration with other countries' },
    description: {
      de: 'Zuzüge aus dem Ausland weniger Fortzüge ins Ausland im Lauf des Jahres.',
      en: 'Arrivals from abroad less departures abroad during the year.',
    },
    caveats: withReceptionCentres,
    informs: ['strategy'],
    formula: (m) => subtract(m.arrivalsFromAbroad, m.departuresAbroad),
  },
  netMigrationWithinGermany: {
    ...moves,
    title: { de: 'Wanderungssaldo innerhalb Deutschlands', en: 'Net migration within Germany' },
    description: {
      de: 'Zuzüge aus anderen Gemeinden in Deutschland weniger Fortzüge dorthin im Lauf des Jahres.',
      en: 'Arrivals from other municipalities in Germany less departures to them during the year.',
    },
    caveats: withReceptionCentres,
    informs: ['strategy'],
    formula: (m) =>
      subtract(subtract(m.arrivals, m.departures), subtract(m.arrivalsFromAbroad, m.departuresAbroad)),
  },
  foreignNetMigration: {
    ...moves,
    title: {
      de: 'Wanderungssaldo der Ausländerinnen und Ausländer',
      en: 'Net migration of foreigners',
    },
    description: {
      de: 'Zuzüge weniger Fortzüge von Menschen ohne deutsche Staatsangehörigkeit im Lauf des Jahres.',
      en: 'Arrivals less departures of people without German citizenship during the year.',
    },
    caveats: withReceptionCentres,
    informs: ['strategy', 'networking'],
    formula: (m) => subtract(m.foreignArrivals, m.foreignDepartures),
  },
  foreignNetMigrationRate: {
    ...perThousand,
    title: {
      de: 'Wanderungssaldo der Ausländerinnen und Ausländer je 1 000 Einwohnerinnen und Einwohner',
      en: 'Net migration of foreigners per 1,000 residents',
    },
    description: {
      de: 'Zuzüge weniger Fortzüge von Menschen ohne deutsche Staatsangehörigkeit, bezogen auf 1 000 Einwohnerinnen und Einwohner (alle) am 31. Dezember.',
      en: 'Arrivals less departures of people without German citizenship, per 1,000 residents (all of them) on 31 December.',
    },
    caveats: withReceptionCentres,
    informs: ['strategy', 'networking'],
    mixedBase: movesOfTheYear,
    formula: (m) => per(1000, subtract(m.foreignArrivals, m.foreignDepartures), ref('population/residents')),
  },
  foreignTurnover: {
    ...percent,
    title: {
      de: 'Zu- und Fortzüge je 100 Ausländerinnen und Ausländer',
      en: 'Arrivals and departures per 100 foreign residents',
    },
    description: {
      de: 'Zuzüge und Fortzüge von Menschen ohne deutsche Staatsangehörigkeit zusammen, bezogen auf 100 von ihnen, die am 31. Dezember hier wohnten. Ein hoher Wert heißt, dass viele nur kurz bleiben; er kann über 100 liegen.',
      en: 'Arrivals and departures of people without German citizenship together, per 100 of them who lived here on 31 December. A high value means that many stay only for a short time; it can exceed 100.',
    },
    caveats: withReceptionCentres,
    informs: ['networking', 'public-relations'],
    mixedBase: movesOfTheYear,
    formula: (m) => share(add(m.foreignArrivals, m.foreignDepartures), ref('population/foreigners')),
  },
  arrivalsFromAbroadShare: {
    ...percent,
    title: { de: 'Anteil der Zuzüge aus dem Ausland', en: 'Share of arrivals from abroad' },
    description: {
      de: 'Wie viele von 100 Zuzügen des Jahres aus dem Ausland kamen und nicht aus einer anderen Gemeinde in Deutschland.',
      en: 'How many of 100 arrivals of the year came from abroad and not from another municipality in Germany.',
    },
    caveats: {
      de: 'Je kleiner die Gemeinden eines Kreises, desto mehr Umzüge gehen über ihre Grenzen und desto kleiner wird der Anteil.',
      en: 'The smaller the municipalities of a district, the more moves cross their borders and the smaller the share becomes.',
    },
    informs: ['competence', 'public-relations'],
    formula: (m) => share(m.arrivalsFromAbroad, m.arrivals),
  },
  foreignArrivalsShare: {
    ...percent,
    title: {
      de: 'Ausländeranteil unter den Zuziehenden',
      en: 'Share of foreigners among arrivals',
    },
    description: {
      de: 'Wie viele von 100 Zuzügen des Jahres die von Menschen ohne deutsche Staatsangehörigkeit waren, aus dem Ausland oder aus einer anderen Gemeinde in Deutschland.',
      en: 'How many of 100 arrivals of the year were those of people without German citizenship, from abroad or from another municipality in Germany.',
    },
    caveats: withReceptionCentres,
    informs: ['competence', 'public-relations'],
    formula: (m) => share(m.foreignArrivals, m.arrivals),
  },
} as const satisfies Record<string, IndicatorDefinition<Measure>>;
