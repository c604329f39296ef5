import { describe, expect, it } from 'vitest';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import type { PluginDefinition } from '../definition/plugin-definition.ts';
import { formatPluginProblem } from './plugin-problem.ts';
import { registerPlugins } from './register-plugins.ts';

const title = { de: 'Titel', en: 'Title' };
const count = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  statistic: 'update',
} as const;
const source = { title, institute: 'Amt', licence: 'dl-de/by-2-0', populationBase: 'residents' };

function plugin(parts: object) {
  return defineIndicatorPlugin({
    id: 'people',
    apiVersion: 1,
    title,
    statistics: { update: source, census: { ...source, code: '12111', populationBase: 'census' } },
    measures: {
      all: { ...count, dimensions: ['sex', 'ageGroup6'] },
      some: count,
      counted: { ...count, statistic: 'census' },
      costs: { ...count, unit: 'euro' },
    },
    ...parts,
  } as unknown as PluginDefinition<string, string>);
}

function problemsOf(parts: object): readonly string[] {
  return registerPlugins([plugin(parts)]).problems.map(formatPluginProblem);
}

describe('plausibility rules', () => {
  const rule = { title, severity: 'error' } as const;

  it('stand in the catalogue with the keys of their measures', () => {
    const { catalogue, problems } = registerPlugins([
      plugin({ plausibility: { part: { ...rule, atMost: ['some', 'people/all'] } } }),
    ]);
    expect(problems).toEqual([]);
    expect(catalogue.plugins[0]?.plausibility).toEqual([
      {
        key: 'people/part',
        title,
        severity: 'error',
        note: null,
        check: { atMost: ['people/some', 'people/all'] },
      },
    ]);
  });

  it('are refused all at once, each with what to do', () => {
    expect(
      problemsOf({
        plausibility: {
          nothing: rule,
          both: { ...rule, range: 'all', from: 0, atMost: ['some', 'all'] },
          loud: { title, severity: 'fatal', atMost: ['some'] },
          empty: { ...rule, range: 'all', from: 3, to: 1 },
          boundless: { ...rule, range: 'all' },
          still: { ...rule, change: 'all', upTo: 1 },
        },
      }),
    ).toMatchInlineSnapshot(`
      [
        "people plausibility.nothing: checks nothing: write one of sum, atMost, range, change",
        "people plausibility.both: is several rules at once (atMost, range): write one rule each",
        "people plausibility.loud.severity: 'fatal' is unknown: write one of 'error', 'warning'",
        "people plausibility.loud.atMost: must name two measures: [part, whole]",
        "people plausibility.empty: allows nothing: no value lies between 3 and 1",
        "people plausibility.boundless: names no bound: write from, to or both",
        "people plausibility.still.upTo: 1 does not fit: write a number above 1",
      ]
    `);
    expect(
      problemsOf({
        plausibility: {
          unknown: { ...rule, atMost: ['som', 'all'] },
          foreign: { ...rule, range: 'others/all', from: 0 },
          mixed: { ...rule, sum: ['some', 'counted'], equals: 'all' },
          units: { ...rule, atMost: ['costs', 'all'] },
        },
      }),
    ).toMatchInlineSnapshot(`
      [
        "people plausibility.unknown: people/som is no measure; did you mean 'people/some'?",
        "people plausibility.foreign: others/all is no measure",
        "people plausibility.foreign: names no measure of the plug-in: it would check the figures of others",
        "people plausibility.mixed: adds up different statistics (people/update, people/census), which never add up",
        "people plausibility.units: compares euro (people/costs) with person (people/all)",
      ]
    `);
  });
});

describe('inputs with codes and own figures', () => {
  const flat = { statistic: 'update', level: 'district', reader: 'genesis-flat', table: '12411-01-01-4' };

  it('are accepted', () => {
    expect(
      problemsOf({
        inputs: {
          flat: { ...flat, values: [{ content: 'BEV', measure: 'all', dimensions: { GES: 'sex' } }] },
          other: {
            ...flat,
            values: [{ content: 'AUS', where: { NAT: ['NATA'] }, measure: 'some', factor: 1000 }],
          },
          sdmx: {
            ...flat,
            reader: 'sdmx-csv',
            table: 'A:B(1.0)',
            territory: ['AREA'],
            values: [{ measure: 'all' }],
          },
          own: { statistic: 'census', level: 'municipality', reader: 'own-figures' },
        },
      }),
    ).toEqual([]);
  });

  it('are refused with the place of every mistake', () => {
    expect(
      problemsOf({
        inputs: {
          flat: {
            ...flat,
            table: 'BIS',
            columns: [],
            values: [
              { content: '', measure: 'al', dimensions: { GES: 'gender', NAT: 'nationality' }, factor: 0 },
              { where: { GES: 3 }, dimensions: { GES: 'sex' }, measure: 'all' },
              { where: { GES: 3 }, measure: 'counted' },
            ],
          },
          unread: { ...flat, reader: 'json-stat' },
          own: {
            statistic: 'update',
            level: 'municipality',
            reader: 'own-figures',
            measures: ['counted'],
            values: [],
          },
          twin: { statistic: 'update', level: 'municipality', reader: 'own-figures' },
        },
      }),
    ).toMatchInlineSnapshot(`
      [
        "people inputs.flat.values[0].content: '' is no text: write the code of the values, such as 'BEVSTD'",
        "people inputs.flat.values[0].measure: 'al' is no measure of the plug-in; did you mean 'all'?",
        "people inputs.flat.values[0].factor: 0 does not fit: write a number above 0, such as 1000",
        "people inputs.flat.values[0].dimensions.GES: 'gender' is no dimension",
        "people inputs.flat.values[1].where.GES: 3 is no code: write a text ('' is the total)",
        "people inputs.flat.values[1].dimensions.GES: 'GES' stands in where too: either it is fixed or it breaks the measure down",
        "people inputs.flat.values[2].where.GES: 3 is no code: write a text ('' is the total)",
        "people inputs.flat.columns: is no field here",
        "people inputs.flat.table: 'BIS' does not fit: write the code of the table, such as '12411-01-01-4'",
        "people inputs.flat.values[2].measure: 'counted' belongs to the statistic census, the input to update",
        "people inputs.flat.values[2]: means the same rows as values[1]",
        "people inputs.unread.values: is missing: say which values are which measure, or give the plug-in a load function",
        "people inputs.own.values: is no field here",
        "people inputs.own.measures[0]: 'counted' belongs to the statistic census, the input to update",
        "people measures.all.disclosure: 'atSource' is refused for own figures, of which nobody has hidden the small numbers: write { minimum: 3 }, or the code of the statistic",
        "people measures.some.disclosure: 'atSource' is refused for own figures, of which nobody has hidden the small numbers: write { minimum: 3 }, or the code of the statistic",
      ]
    `);
  });

  it('of classic tables may break down by their rows', () => {
    const table = { statistic: 'update', level: 'district', reader: 'genesis', table: '12411-03-03-4' };
    const columns = [{ header: ['Insgesamt'], measure: 'all' }];
    expect(problemsOf({ inputs: { ages: { ...table, rowDimensions: ['ageGroup6'], columns } } })).toEqual([]);
    expect(
      problemsOf({
        inputs: {
          ages: {
            ...table,
            rows: ['Insgesamt'],
            rowDimensions: ['age', 'sex', 'nationality'],
            columns: [...columns, { header: ['männlich'], measure: 'all', breakdown: { sex: 'male' } }],
            ignored: [{ header: ['weiblich'] }],
          },
        },
      }),
    ).toMatchInlineSnapshot(`
      [
        "people inputs.ages.ignored[0].reason: is missing: write why it is left out",
        "people inputs.ages.rows: stands beside rowDimensions, which read all rows: leave one of them out",
        "people inputs.ages.rowDimensions[0]: 'age' is no dimension",
        "people inputs.ages.rowDimensions[1]: 'sex' is the breakdown of a column too: the rows would contradict it",
        "people inputs.ages.rowDimensions[2]: 'nationality' is not among the dimensions of the measure: add it there",
      ]
    `);
  });
});

describe('own figures of persons', () => {
  it('are protected, whatever the definition calls them', () => {
    const inputs = {
      own: { statistic: 'update', level: 'municipality', reader: 'own-figures', measures: ['all'] },
    };
    expect(problemsOf({ inputs })).toEqual([
      "people measures.all.disclosure: 'atSource' is refused for own figures, of which nobody has hidden the small numbers: write { minimum: 3 }, or the code of the statistic",
    ]);
    const statistics = {
      update: { ...source, code: '12411' },
      census: { ...source, populationBase: 'census' },
    };
    expect(problemsOf({ inputs, statistics })).toEqual([]);
  });
});
