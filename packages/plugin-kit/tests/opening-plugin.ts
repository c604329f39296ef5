import { defineIndicatorPlugin } from '../src/definition/define-indicator-plugin.ts';

const title = { de: 'Öffnung der Verwaltung', en: 'Opening of the administration' };

/** A plug-in with own figures of every kind: people by sex and age, money, a mean, a school year, a number of municipalities. */
export const openingPlugin = defineIndicatorPlugin({
  id: 'opening',
  apiVersion: 1,
  title,
  statistics: {
    survey: { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: 'staff' },
    other: { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: 'places' },
  },
  inputs: {
    figures: { level: 'municipality', reader: 'own-figures', statistic: 'survey' },
    district: {
      level: 'district',
      reader: 'own-figures',
      statistic: 'survey',
      measures: ['staff', 'pupils'],
    },
    file: { level: 'district', reader: 'genesis', statistic: 'other', table: '22541-01-01-4', columns: [] },
  },
  measures: {
    staff: {
      title: { de: 'Beschäftigte der Verwaltung', en: 'Staff of the administration' },
      description: { de: 'Köpfe, nicht Stellen', en: 'heads, not posts' },
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '12-31' },
      disclosure: { minimum: 3 },
      statistic: 'survey',
      dimensions: ['sex', 'ageGroup21'],
    },
    budget: {
      title: { de: 'Ausgaben', en: 'Spending' },
      unit: 'euro',
      rollup: 'sum',
      overTime: 'sum',
      reference: { during: 'period' },
      disclosure: 'none',
      statistic: 'survey',
    },
    helpers: {
      title: { de: 'Ehrenamtliche', en: 'Volunteers' },
      unit: 'person',
      rollup: 'sum',
      overTime: 'mean',
      reference: { mean: 'year' },
      disclosure: { minimum: 3 },
      statistic: 'survey',
    },
    pupils: {
      title: { de: 'Schülerinnen und Schüler', en: 'Pupils' },
      unit: 'person',
      rollup: 'sum',
      overTime: 'last',
      reference: { schoolYear: 'end' },
      disclosure: { minimum: 3 },
      reportedAt: 'district',
      statistic: 'survey',
      dimensions: ['nationality'],
    },
    places: {
      title: { de: 'Plätze', en: 'Places' },
      unit: 'count',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '03-01' },
      disclosure: 'none',
      statistic: 'other',
    },
    active: {
      title: { de: 'Aktive Gemeinden', en: 'Active municipalities' },
      unit: 'count',
      rollup: 'sum',
      overTime: 'last',
      reference: { at: '12-31' },
      disclosure: 'none',
      statistic: 'survey',
      countOf: { measure: 'staff', above: 0 },
    },
  },
});
