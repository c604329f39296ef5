import { defineIndicatorPlugin, share } from '@kreisweit/plugin-kit';

const institute = 'Statistische Ämter des Bundes und der Länder';
const licence = 'dl-de/by-2-0';
const url = 'https://www.regionalstatistik.de/';

const male = { sex: 'male' };
const female = { sex: 'female' };

/** The columns of the tables 12411-01-01-4 and -5: residents, in total and by sex. */
const residentsBySex = [
  { header: ['Insgesamt'], measure: 'residents' },
  { header: ['männlich'], measure: 'residents', breakdown: male },
  { header: ['weiblich'], measure: 'residents', breakdown: female },
] as const;

/**
 * Residents and foreign residents of districts and municipalities, from two statistics that are never mixed: the
 * population update (every 31 December) and the census of 9 May 2011. A definition only: the tables of the
 * statistical offices are read by their declared mapping.
 */
export const populationPlugin = defineIndicatorPlugin({
  id: 'population',
  apiVersion: 1,
  title: { de: 'Bevölkerung', en: 'Population' },
  statistics: {
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
  },
  inputs: {
    residentsByMunicipality: {
      statistic: 'update',
      level: 'municipality',
      reader: 'genesis',
      table: '12411-01-01-5',
      columns: residentsBySex,
    },
    residentsByDistrict: {
      statistic: 'update',
      level: 'district',
      reader: 'genesis',
      table: '12411-01-01-4',
      columns: residentsBySex,
    },
    // The table also holds residents in total: they come from the two tables above, for more years.
    foreignersByDistrict: {
      statistic: 'update',
      level: 'district',
      reader: 'genesis',
      table: '12411-03-03-4',
      rows: ['Insgesamt'],
      columns: [
        { header: ['Ausländer(innen)', 'Insgesamt'], measure: 'foreigners' },
        { header: ['Ausländer(innen)', 'männlich'], measure: 'foreigners', breakdown: male },
        { header: ['Ausländer(innen)', 'weiblich'], measure: 'foreigners', breakdown: female },
      ],
    },
    censusByMunicipality: {
      statistic: 'census2011',
      level: 'municipality',
      reader: 'genesis',
      table: '12111-01-01-5',
      accuracy: { perturbed: true },
      columns: [
        { header: ['Bevölkerung', 'Insgesamt', 'Insgesamt'], measure: 'censusResidents' },
        { header: ['Bevölkerung', 'Insgesamt', 'männlich'], measure: 'censusResidents', breakdown: male },
        { header: ['Bevölkerung', 'Insgesamt', 'weiblich'], measure: 'censusResidents', breakdown: female },
        { header: ['Bevölkerung', 'Ausländer(innen)', 'Insgesamt'], measure: 'censusForeigners' },
        {
          header: ['Bevölkerung', 'Ausländer(innen)', 'männlich'],
          measure: 'censusForeigners',
          breakdown: male,
        },
        {
          header: ['Bevölkerung', 'Ausländer(innen)', 'weiblich'],
          measure: 'censusForeigners',
          breakdown: female,
        },
      ],
    },
  },
  measures: {
    residents: {
      title: { de: 'Einwohnerinnen und Einwohner', en: 'Residents' },
      description: {
        de: 'Bevölkerung am Ort der Hauptwohnung am 31. Dezember; ab 2011 auf der Grundlage des Zensus 2011.',
        en: 'Population at the place of main residence on 31 December; from 2011 on based on the census of 2011.',
      },
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '12-31' },
      disclosure: 'atSource',
      statistic: 'update',
      apportionBy: 'population',
      dimensions: ['sex'],
      breaks: [
        {
          from: '2011',
          reason: {
            de: 'Ab 2011 vom Zensus 2011 aus fortgeschrieben, davor von der Volkszählung 1987 und dem Einwohnerregister der DDR von 1990.',
            en: 'From 2011 on updated from the census of 2011, before that from the census of 1987 and the GDR population register of 1990.',
          },
        },
      ],
    },
    foreigners: {
      title: { de: 'Ausländerinnen und Ausländer', en: 'Foreign residents' },
      description: {
        de: 'Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit am 31. Dezember, nach der Bevölkerungsfortschreibung. Das Ausländerzentralregister zählt anders.',
        en: 'Residents without German citizenship on 31 December, from the population update. The central register of foreigners counts differently.',
      },
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '12-31' },
      disclosure: 'atSource',
      statistic: 'update',
      apportionBy: 'population',
      reportedAt: 'district',
      dimensions: ['sex'],
    },
    censusResidents: {
      title: { de: 'Einwohnerinnen und Einwohner (Zensus 2011)', en: 'Residents (census 2011)' },
      description: {
        de: 'Bevölkerung am 9. Mai 2011 nach dem Zensus, auf dem Gebietsstand dieses Tages.',
        en: 'Population on 9 May 2011 as found by the census, on the boundaries of that day.',
      },
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '05-09' },
      disclosure: 'atSource',
      statistic: 'census2011',
      additivity: 'perturbed',
      apportionBy: 'population',
      dimensions: ['sex'],
    },
    censusForeigners: {
      title: { de: 'Ausländerinnen und Ausländer (Zensus 2011)', en: 'Foreign residents (census 2011)' },
      description: {
        de: 'Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit am 9. Mai 2011. Kleine Zahlen sind vom Institut verändert; Summen können abweichen.',
        en: 'Residents without German citizenship on 9 May 2011. The institute alters small numbers; sums may differ.',
      },
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '05-09' },
      disclosure: 'atSource',
      statistic: 'census2011',
      additivity: 'perturbed',
      apportionBy: 'population',
      dimensions: ['sex'],
    },
  },
  indicators: {
    foreignShare: {
      title: { de: 'Ausländeranteil', en: 'Share of foreign residents' },
      description: {
        de: 'Anteil der Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit an allen, am 31. Dezember.',
        en: 'Residents without German citizenship as a share of all residents, on 31 December.',
      },
      unit: 'percent',
      decimals: 1,
      formula: (m) => share(m.foreigners, m.residents),
    },
    censusForeignShare: {
      title: { de: 'Ausländeranteil (Zensus 2011)', en: 'Share of foreign residents (census 2011)' },
      description: {
        de: 'Anteil der Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit an allen, am 9. Mai 2011.',
        en: 'Residents without German citizenship as a share of all residents, on 9 May 2011.',
      },
      unit: 'percent',
      decimals: 1,
      formula: (m) => share(m.censusForeigners, m.censusResidents),
    },
  },
  subjects: {
    residents: {
      title: { de: 'Einwohnerinnen und Einwohner', en: 'Residents' },
      measures: ['residents', 'censusResidents'],
      differences: {
        de: 'Die Fortschreibung zählt jedes Jahr am 31. Dezember, bis 2010 auf Grundlage der Volkszählung 1987 (neue Länder: Register von 1990), ab 2011 auf der des Zensus 2011; der Zensus zählte einmal, am 9. Mai 2011.',
        en: 'The population update counts every 31 December, until 2010 based on the census of 1987 (new Laender: registers of 1990), from 2011 on that of 2011; the census counted once, on 9 May 2011.',
      },
    },
    foreigners: {
      title: { de: 'Ausländerinnen und Ausländer', en: 'Foreign residents' },
      measures: ['foreigners', 'censusForeigners'],
      differences: {
        de: 'Die Fortschreibung zählt am 31. Dezember nach den Melderegistern; der Zensus zählte am 9. Mai 2011, und seine kleinen Zahlen sind vom Institut verändert, so dass Summen abweichen können.',
        en: 'The population update counts on 31 December by the residents’ registers; the census counted on 9 May 2011, and the institute alters its small numbers, so that sums may differ.',
      },
    },
  },
});
