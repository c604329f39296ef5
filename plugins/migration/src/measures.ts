import type { MeasureDefinition } from '@kreisweit/plugin-kit';

// A move is a case: who moves twice in a year is counted twice. So the unit is no person.
const moves = {
  unit: 'count',
  rollup: 'sum',
  overTime: 'sum',
  reference: { during: 'period' },
  disclosure: 'atSource',
  additivity: 'exact',
} as const;

const movesOfDistricts = { ...moves, reportedAt: 'district' } as const;

const overMunicipalBorders = {
  de: 'Gezählt werden Umzüge über Gemeindegrenzen, auch die zwischen zwei Gemeinden desselben Kreises (in Berlin die über die Landesgrenze). Nach dem Geschlecht gibt es vor 2002 nur in wenigen Ländern Zahlen, nach dem Alter nur für Jahre, zu denen die Gemeindetabelle eingelesen ist. Aufnahmeeinrichtungen für Geflüchtete lassen beide Zahlen stark steigen. Für Essen nennt die Tabelle 2014 etwa 3 200 Zuzüge zu viel.',
  en: 'What is counted are moves over municipal borders, also those between two municipalities of the same district (in Berlin those over the border of the state). By sex there are figures before 2002 only in a few states, by age only for years of which the table of municipalities was taken in. Reception centres for refugees raise both figures a lot. For Essen the table names about 3,200 arrivals too many in 2014.',
};

const ofUnknownOrigin = {
  de: 'Ohne Fälle, deren Herkunft ungeklärt ist (Hamburg, Rheinland-Pfalz). Aufnahmeeinrichtungen für Geflüchtete lassen die Zahl stark steigen.',
  en: 'Without cases whose origin is not known (Hamburg, Rhineland-Palatinate). Reception centres for refugees raise the number a lot.',
};

const ofUnknownDestination = {
  de: 'Ohne Fälle, deren Ziel ungeklärt ist (Hamburg, Rheinland-Pfalz). Wer auswandert, ohne sich abzumelden, wird erst später oder nie gezählt.',
  en: 'Without cases whose destination is not known (Hamburg, Rhineland-Palatinate). Those who emigrate without notice are counted later or never.',
};

/** The measures of the migration statistics. */
export const measures = {
  arrivals: {
    ...moves,
    title: { de: 'Zuzüge', en: 'Arrivals' },
    description: {
      de: 'Wie oft im Lauf des Jahres jemand aus einer anderen Gemeinde oder aus dem Ausland zugezogen ist.',
      en: 'How often during the year somebody moved in from another municipality or from abroad.',
    },
    caveats: overMunicipalBorders,
    dimensions: ['sex', 'nationality', 'ageGroup6'],
    informs: ['strategy', 'data'],
  },
  departures: {
    ...moves,
    title: { de: 'Fortzüge', en: 'Departures' },
    description: {
      de: 'Wie oft im Lauf des Jahres jemand in eine andere Gemeinde oder ins Ausland fortgezogen ist.',
      en: 'How often during the year somebody moved out to another municipality or abroad.',
    },
    caveats: overMunicipalBorders,
    dimensions: ['sex', 'nationality', 'ageGroup6'],
    informs: ['strategy', 'data'],
  },
  arrivalsFromAbroad: {
    ...movesOfDistricts,
    title: { de: 'Zuzüge aus dem Ausland', en: 'Arrivals from abroad' },
    description: {
      de: 'Wie oft im Lauf des Jahres jemand aus dem Ausland zugezogen ist.',
      en: 'How often during the year somebody moved in from abroad.',
    },
    caveats: ofUnknownOrigin,
    dimensions: ['sex', 'nationality'],
    informs: ['strategy'],
  },
  departuresAbroad: {
    ...movesOfDistricts,
    title: { de: 'Fortzüge ins Ausland', en: 'Departures abroad' },
    description: {
      de: 'Wie oft im Lauf des Jahres jemand ins Ausland fortgezogen ist.',
      en: 'How often during the year somebody moved out abroad.',
    },
    caveats: ofUnknownDestination,
    dimensions: ['sex', 'nationality'],
    informs: ['strategy'],
  },
  foreignArrivals: {
    ...movesOfDistricts,
    title: { de: 'Zuzüge von Ausländerinnen und Ausländern', en: 'Arrivals of foreigners' },
    dimensions: ['sex'],
    published: false,
  },
  foreignDepartures: {
    ...movesOfDistricts,
    title: { de: 'Fortzüge von Ausländerinnen und Ausländern', en: 'Departures of foreigners' },
    dimensions: ['sex'],
    published: false,
  },
} as const satisfies Record<string, MeasureDefinition<'moves'>>;

export type Measure = keyof typeof measures;
