import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import type { IndicatorPlugin, SubjectDefinition } from '../definition/plugin-definition.ts';
import { formatPluginProblem } from './plugin-problem.ts';
import { registerPlugins } from './register-plugins.ts';

const title = { de: 'Titel', en: 'Title' };
const differences = { de: 'Anders gezählt.', en: 'Counted differently.' };
const statistic = { title, institute: 'Amt', licence: 'dl-de/by-2-0', populationBase: 'residents' };
const stock = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
} as const;

const update = defineIndicatorPlugin({
  id: 'update',
  apiVersion: 1,
  title,
  statistics: { update: statistic },
  measures: { foreigners: stock, area: { ...stock, unit: 'hectare', disclosure: 'none' } },
});

function census(subjects: Readonly<Record<string, unknown>>): IndicatorPlugin {
  return defineIndicatorPlugin({
    id: 'census',
    apiVersion: 1,
    title,
    statistics: { count: statistic, register: statistic },
    measures: {
      foreigners: { ...stock, statistic: 'count' },
      others: { ...stock, statistic: 'count' },
      registered: { ...stock, statistic: 'register' },
    },
    indicators: {
      both: {
        title,
        unit: 'person',
        decimals: 0,
        formula: (m) => ({ op: 'add', left: m.foreigners, right: m.registered }),
      },
    },
    // As an author without TypeScript would write them.
    subjects: subjects as Readonly<Record<string, SubjectDefinition<'foreigners'>>>,
  });
}

function problemsOf(...plugins: readonly IndicatorPlugin[]): readonly string[] {
  return registerPlugins(plugins).problems.map(formatPluginProblem);
}

describe('subjects', () => {
  it('stand in the catalogue with the keys of their measures, of this plug-in and of others', () => {
    const plugin = census({
      foreigners: { title, measures: ['foreigners', 'registered', 'update/foreigners'], differences },
    });
    for (const plugins of [
      [update, plugin],
      [plugin, update],
    ]) {
      const { catalogue, problems } = registerPlugins(plugins);
      expect(problems).toEqual([]);
      expect(catalogue.subjects).toEqual([
        {
          key: 'census/foreigners',
          plugin: 'census',
          title,
          measures: ['census/foreigners', 'census/registered', 'update/foreigners'],
          differences,
        },
      ]);
    }
    expect(registerPlugins([update]).catalogue.subjects).toEqual([]);
  });

  it('with wrong measures are refused, and all that is wrong is listed', () => {
    const plugin = census({
      misspelt: { title, measures: ['foreigner', 'update/foreigners'], differences },
      indicator: { title, measures: ['both', 'update/foreigners'], differences },
      area: { title, measures: ['foreigners', 'update/area'], differences },
      alone: { title, measures: ['foreigners', 'others'], differences },
      one: { title, measures: ['foreigners'], differences },
      twice: { title, measures: ['foreigners', 'foreigners'], differences },
      empty: { title, measures: [], differences },
      Silent: { title, measures: ['foreigners', 'registered'] },
    });
    expect(problemsOf(update, plugin)).toMatchInlineSnapshot(`
      [
        "census subjects.one.measures: names fewer than two measures: a subject tells apart what several statistics report",
        "census subjects.twice.measures[1]: 'foreigners' is named twice",
        "census subjects.empty.measures: names fewer than two measures: a subject tells apart what several statistics report",
        "census subjects.Silent: 'Silent' does not fit: write a name in camelCase, such as 'foreignShare'",
        "census subjects.Silent.differences: is missing",
        "census subjects.misspelt.measures[0]: census/foreigner is no measure; did you mean 'census/foreigners'?",
        "census subjects.indicator.measures[0]: census/both is an indicator: name the measures that it is computed from",
        "census subjects.area.measures[1]: update/area counts hectare, census/foreigners person: that is another subject",
        "census subjects.alone.measures: all are of the statistic census/count: there is nothing to tell apart",
      ]
    `);
  });

  it('depend on the plug-ins that they name', () => {
    const plugin = census({
      foreigners: { title, measures: ['foreigners', 'update/foreigners'], differences },
    });
    const broken = defineIndicatorPlugin({ ...update, id: 'update', title: { de: '', en: '' } } as never);
    const { problems, leftOut } = registerPlugins([broken, plugin]);
    expect(leftOut).toEqual(['update', 'census']);
    expect(problems.map(formatPluginProblem)).toMatchInlineSnapshot(`
      [
        "update title.de: '' is no text: write the text in German",
        "update title.en: '' is no text: write the text in English",
        "census subjects.foreigners.measures[1]: depends on update/foreigners, and update is left out",
      ]
    `);
    expect(problemsOf(plugin)).toMatchInlineSnapshot(`
      [
        "census subjects.foreigners.measures[1]: update/foreigners is no measure",
      ]
    `);
  });

  it('must not disappear, since others may use them', () => {
    const subjects = { foreigners: { title, measures: ['foreigners', 'registered'], differences } };
    const { catalogue: previous } = registerPlugins([census(subjects)]);
    const { problems } = registerPlugins([census({})], { previous });
    expect(problems.map(formatPluginProblem)).toMatchInlineSnapshot(`
      [
        "census subjects.foreigners: has disappeared: others may use it; bring it back",
      ]
    `);
  });

  it('name measures of the plug-in by a name that exists, or it is a type error', () => {
    type Measures = SubjectDefinition<'foreigners'>['measures'][number];
    expectTypeOf<'foreigners'>().toExtend<Measures>();
    expectTypeOf<'update/foreigners'>().toExtend<Measures>();
    expectTypeOf<'foreigner'>().not.toExtend<Measures>();
  });
});
