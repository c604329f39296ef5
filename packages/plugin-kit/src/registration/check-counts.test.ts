import { describe, expect, it } from 'vitest';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import { share } from '../formula/formula-nodes.ts';
import { formatPluginProblem } from './plugin-problem.ts';
import { registerPlugins } from './register-plugins.ts';

const title = { de: 'Titel', en: 'Title' };
const stock = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
} as const;
const count = { ...stock, unit: 'count', disclosure: 'none' } as const;
const statistic = { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: 'residents' };

/** A plug-in with some measures to count and others that count them. */
function people(measures: object, rest: object = {}) {
  return defineIndicatorPlugin({
    id: 'people',
    apiVersion: 1,
    title,
    statistics: { update: statistic },
    measures: {
      all: { ...stock, dimensions: ['sex'], breaks: [{ from: '2011', reason: title }] },
      foreigners: { ...stock, dimensions: ['sex'] },
      helped: { ...stock, disclosure: { minimum: 3 } },
      benefits: { ...stock, reportedAt: 'district' },
      arrivals: { ...stock, overTime: 'sum', reference: { during: 'period' }, additivity: 'perturbed' },
      ...measures,
    },
    ...rest,
  } as never);
}

const problemsOf = (measures: object, rest: object = {}) =>
  registerPlugins([people(measures, rest)]).problems.map(formatPluginProblem);

describe('counts of municipalities', () => {
  it('are taken with or without bounds, of own measures and of those of others', () => {
    const other = defineIndicatorPlugin({
      id: 'other',
      apiVersion: 1,
      title,
      statistics: { update: statistic },
      measures: {
        many: { ...count, dimensions: ['sex'], countOf: { measure: 'people/foreigners', above: 100 } },
        reporting: { ...count, overTime: 'none', countOf: { measure: 'people/foreigners' } },
        exactly: { ...count, countOf: { measure: 'people/foreigners', atLeast: 3, atMost: 3 } },
      },
      indicators: {
        part: { title, unit: 'percent', decimals: 1, formula: (m) => share(m.many, m.reporting) },
      },
    });
    const own = people({ many: { ...count, countOf: { measure: 'foreigners', atLeast: 0.5, below: 10 } } });
    const { problems, catalogue } = registerPlugins([other, own]);
    expect(problems.map(formatPluginProblem)).toEqual([]);
    expect(
      catalogue.measures.flatMap(({ key, countOf }) => (countOf === undefined ? [] : [[key, countOf]])),
    ).toEqual([
      ['other/many', { measure: 'people/foreigners', above: 100 }],
      ['other/reporting', { measure: 'people/foreigners' }],
      ['other/exactly', { measure: 'people/foreigners', atLeast: 3, atMost: 3 }],
      ['people/many', { measure: 'people/foreigners', atLeast: 0.5, below: 10 }],
    ]);
    expect(registerPlugins([other]).problems.map(formatPluginProblem)).toMatchInlineSnapshot(`
      [
        "other measures.many.countOf.measure: people/foreigners is no measure",
        "other measures.reporting.countOf.measure: people/foreigners is no measure",
        "other measures.exactly.countOf.measure: people/foreigners is no measure",
      ]
    `);
  });

  it('say which municipalities are meant', () => {
    expect(
      problemsOf({
        first: { ...count, countOf: 'foreigners' },
        second: { ...count, countOf: { above: 1 } },
        third: { ...count, countOf: { measure: 'foreigners', above: '100', over: 3 } },
        fourth: { ...count, countOf: { measure: 'foreigners', above: 1, atLeast: 2, below: 9, atMost: 8 } },
        fifth: { ...count, countOf: { measure: 'foreigners', above: 5, atMost: 5 } },
        sixth: { ...count, countOf: { measure: 'foreigner' } },
      }),
    ).toMatchInlineSnapshot(`
      [
        "people measures.first.countOf: 'foreigners' is no plain object",
        "people measures.second.countOf.measure: is missing: write the name of the measure whose values are counted",
        "people measures.third.countOf.above: '100' is no number",
        "people measures.third.countOf.over: is no field here",
        "people measures.fourth.countOf.atLeast: is a second lower bound",
        "people measures.fourth.countOf.atMost: is a second upper bound",
        "people measures.fifth.countOf: counts nothing: no value lies between 5 and 5",
        "people measures.sixth.countOf.measure: people/foreigner is no measure; did you mean 'people/foreigners'?",
      ]
    `);
  });

  it('are numbers of municipalities, and nothing else', () => {
    const wrong = {
      ...stock,
      rollup: 'max',
      overTime: 'sum',
      reference: { during: 'period' },
      disclosure: { minimum: 3 },
      apportionBy: 'population',
      reportedAt: 'district',
    };
    expect(problemsOf({ many: { ...wrong, countOf: { measure: 'foreigners' } } })).toMatchInlineSnapshot(`
      [
        "people measures.many.rollup: 'max' is refused for own counts: it would publish the count of one member; use 'sum'",
        "people measures.many.unit: must be 'count' with countOf: municipalities are counted",
        "people measures.many.rollup: must be 'sum' with countOf: municipalities are counted",
        "people measures.many.overTime: must be 'none' or 'last' with countOf: municipalities are counted",
        "people measures.many.disclosure: must be 'none' or 'atSource' with countOf: municipalities are counted",
        "people measures.many.apportionBy: must be 'none' with countOf: municipalities are counted",
        "people measures.many.reportedAt: must be 'municipality' with countOf: municipalities are counted",
      ]
    `);
  });

  it('are not taken of what must not or cannot be counted', () => {
    expect(
      problemsOf({
        many: { ...count, countOf: { measure: 'foreigners', above: 100 } },
        again: { ...count, countOf: { measure: 'many' } },
        few: { ...count, countOf: { measure: 'helped', below: 3 } },
        above: { ...count, countOf: { measure: 'benefits' } },
      }),
    ).toMatchInlineSnapshot(`
      [
        "people measures.again.countOf.measure: people/many cannot be counted: it is a count itself",
        "people measures.few.countOf.measure: people/helped cannot be counted: it is an own count of persons, and the count of one municipality would tell about it",
        "people measures.above.countOf.measure: people/benefits cannot be counted: municipalities do not report it",
      ]
    `);
  });

  it('have in common with what they count what makes them comparable', () => {
    expect(
      problemsOf({
        growing: { ...count, dimensions: ['sex'], countOf: { measure: 'all', above: 1000 } },
        lively: { ...count, dimensions: ['sex'], countOf: { measure: 'arrivals', above: 100 } },
      }),
    ).toMatchInlineSnapshot(`
      [
        "people measures.growing.breaks: must name 2011 too: there people/all is not comparable",
        "people measures.lively.reference: must be that of people/arrivals, whose values are counted",
        "people measures.lively.additivity: must be 'perturbed', like that of people/arrivals",
        "people measures.lively.overTime: must be 'none': the last quarter of people/arrivals does not tell its year",
        "people measures.lively.dimensions: people/arrivals is not delivered by sex",
      ]
    `);
  });

  it('are nothing that a table delivers, and no weights', () => {
    const input = {
      level: 'municipality',
      reader: 'genesis',
      table: '12411-01-01-5',
      columns: [{ header: ['all'], measure: 'many' }],
    };
    const many = { ...count, countOf: { measure: 'foreigners', above: 100 } };
    const wait = { ...count, unit: 'day', rollup: { weightedMeanBy: 'many' } };
    expect(problemsOf({ many, wait }, { inputs: { table: input } })).toMatchInlineSnapshot(`
      [
        "people inputs.table.columns[0].measure: is a count of municipalities, which nobody delivers",
        "people measures.wait.rollup.weightedMeanBy: people/many cannot be a weight: no municipality reports a number of municipalities",
      ]
    `);
  });

  it('need a new revision when the condition changes, and so do their indicators when what they count does', () => {
    const many = (above: number, foreigners: object = {}) =>
      people({
        foreigners: { ...stock, ...foreigners },
        many: { ...count, countOf: { measure: 'foreigners', above } },
      });
    const { catalogue: previous } = registerPlugins([many(100)]);
    expect(
      registerPlugins([many(50)], { previous }).problems.map(formatPluginProblem),
    ).toMatchInlineSnapshot(`
      [
        "people measures.many.revision: must rise to 2, since countOf changed",
      ]
    `);
    const revisionOf = (plugin: ReturnType<typeof many>) =>
      registerPlugins([plugin]).catalogue.indicators.find(({ key }) => key === 'people/many')?.revision;
    expect(revisionOf(many(100))).toBe(revisionOf(many(100, { title: { de: 'Neu', en: 'New' } })));
    expect(revisionOf(many(100))).not.toBe(revisionOf(many(100, { revision: 2 })));
  });
});
