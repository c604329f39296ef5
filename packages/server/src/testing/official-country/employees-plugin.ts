import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';

const title = { de: 'Beschäftigte am Arbeitsort', en: 'Employees at the workplace' };

/** Employees of table 13111-01-03-5: a plug-in of one table, as a data partner would write it. */
export const employeesPlugin = defineIndicatorPlugin({
  id: 'employees',
  apiVersion: 1,
  title,
  statistics: {
    employment: {
      title: { de: 'Beschäftigungsstatistik', en: 'Employment statistics' },
      code: '13111',
      institute: 'Bundesagentur für Arbeit',
      licence: 'dl-de/by-2-0',
      populationBase: 'employees-workplace',
    },
  },
  inputs: {
    byMunicipality: {
      level: 'municipality',
      reader: 'genesis',
      table: '13111-01-03-5',
      columns: [
        { header: ['Nationalität', 'Insgesamt', 'Geschlecht', 'Insgesamt'], measure: 'employees' },
        { header: ['Nationalität', 'Ausländer(innen)', 'Geschlecht', 'Insgesamt'], measure: 'foreigners' },
      ],
    },
  },
  measures: {
    employees: {
      title,
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '06-30' },
      disclosure: 'atSource',
    },
    foreigners: {
      title,
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '06-30' },
      disclosure: 'atSource',
    },
  },
});
