const institute = 'Statistische Ämter des Bundes und der Länder';
const licence = 'dl-de/by-2-0';
const url = 'https://www.regionalstatistik.de/';

/** The sources of the plug-in. Each counts other people, or on another day: they are never mixed. */
export const statistics = {
  update: {
    title: { de: 'Fortschreibung des Bevölkerungsstandes', en: 'Population update' },
    code: '12411',
    institute,
    licence,
    populationBase: 'residents-update',
    url,
  },
  census2011: {
    title: { de: 'Zensus 2011', en: 'Census 2011' },
    code: '12111',
    institute,
    licence,
    populationBase: 'census-2011',
    url,
  },
  censusHouseholds2011: {
    title: {
      de: 'Zensus 2011: Haushaltsstichprobe (Personen in privaten Haushalten)',
      en: 'Census 2011: household sample (persons in private households)',
    },
    code: '12111',
    institute,
    licence,
    populationBase: 'census-2011-private-households',
    url,
  },
  // Its code, 1000A, is none of the five digits of EVAS.
  census2022: {
    title: { de: 'Zensus 2022', en: 'Census 2022' },
    institute,
    licence,
    populationBase: 'census-2022',
    url: 'https://www.zensus2022.de/',
  },
  mikrozensus: {
    title: { de: 'Mikrozensus, Grundprogramm', en: 'Microcensus, core programme' },
    code: '12211',
    institute,
    licence,
    populationBase: 'mikrozensus-private-households',
    url,
  },
} as const;

export type Statistic = keyof typeof statistics;
