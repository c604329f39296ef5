import type { Formula } from '@kreisweit/domain';
import { describe, expect, it } from 'vitest';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import {
  add,
  change,
  constant,
  divide,
  index,
  lag,
  per,
  ref,
  share,
  subtract,
} from '../formula/formula-nodes.ts';
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
const statistic = { title, institute: 'Kreis', licence: 'dl-de/by-2-0' };

const all: Formula = { op: 'measure', key: 'people/all' };
const asked: Formula = { op: 'measure', key: 'people/asked' };
const helped: Formula = { op: 'measure', key: 'people/helped' };
const births: Formula = { op: 'measure', key: 'people/births' };
const places: Formula = { op: 'measure', key: 'people/places' };

/** Registers indicators `i0`, `i1` ... with these formulas. */
function registered(...formulas: readonly unknown[]) {
  return registerPlugins([
    defineIndicatorPlugin({
      id: 'people',
      apiVersion: 1,
      title,
      statistics: {
        update: { ...statistic, populationBase: 'residents' },
        daycare: { ...statistic, populationBase: 'places' },
      },
      measures: {
        all: { ...stock, statistic: 'update' },
        asked: { ...stock, statistic: 'update', disclosure: { minimum: 3 } },
        helped: { ...stock, statistic: 'update', disclosure: { minimum: 3 } },
        births: { ...stock, statistic: 'update', reference: { during: 'period' } },
        places: { ...stock, statistic: 'daycare' },
      },
      indicators: Object.fromEntries(
        formulas.map((formula, at) => [
          `i${at}`,
          { title, unit: 'index', decimals: 1, formula: formula as never },
        ]),
      ),
    }),
  ]);
}

const problemsOf = (...formulas: readonly unknown[]) =>
  registered(...formulas).problems.map(formatPluginProblem);

describe('changes and indices', () => {
  it('are taken, one inside the other and by reference', () => {
    const { problems, catalogue } = registered(
      index(all, '2010'),
      change(ref('people/i0'), 4),
      share(change(all), lag(all, 1)),
      index(change(ref('people/i2')), '2011'),
    );
    expect(problems.map(formatPluginProblem)).toEqual([]);
    expect(catalogue.indicators.find(({ key }) => key === 'people/i1')?.resolved).toEqual(
      change(index(all, '2010'), 4),
    );
  });

  it('name how far back or which base', () => {
    expect(
      problemsOf(
        { op: 'change', of: all },
        change(all, 0),
        change(all, 1.5),
        { op: 'index', of: all },
        index(all, 'last year'),
        index(all, '1650'),
        { op: 'index', base: '2010' },
        { op: 'indx', of: all, base: '2010' },
      ),
    ).toMatchInlineSnapshot(`
      [
        "people indicators.i0.formula.periods: is missing: write a whole number from 1 to 100",
        "people indicators.i1.formula.periods: 0 does not fit: write a whole number from 1 to 100",
        "people indicators.i2.formula.periods: 1.5 does not fit: write a whole number from 1 to 100",
        "people indicators.i3.formula.base: is missing: write the base, a period such as 2010",
        "people indicators.i4.formula.base: 'last year' is no base: write a period from 1800 on, such as 2010, 2010-Q1 or 2010-06",
        "people indicators.i5.formula.base: '1650' is no base: write a period from 1800 on, such as 2010, 2010-Q1 or 2010-06",
        "people indicators.i6.formula.of: is missing: write a formula such as share(m.part, m.whole)",
        "people indicators.i7.formula.op: 'indx' is no operation; did you mean 'index'?",
      ]
    `);
  });

  it('count twice what they read twice, so that none grows beyond all measure', () => {
    const nested = (depth: number): Formula => (depth === 0 ? all : change(nested(depth - 1)));
    expect(problemsOf(nested(6))).toEqual([]);
    expect(problemsOf(nested(7))).toMatchInlineSnapshot(`
      [
        "people indicators.i0.formula: has more than 200 nodes: split it into indicators",
      ]
    `);
    expect(problemsOf(nested(60))).toMatchInlineSnapshot(`
      [
        "people indicators.i0.formula: has more than 200 nodes: split it into indicators",
      ]
    `);
    const chain = Array.from({ length: 9 }, (_, at) =>
      index(at === 0 ? all : ref(`people/i${at - 1}`), '2010'),
    );
    expect(problemsOf(...chain)).toMatchInlineSnapshot(`
      [
        "people indicators.i4.formula: multiplies 32 factors; 16 is the most",
      ]
    `);
    const product = (factors: number): Formula => (factors === 1 ? all : divide(product(factors - 1), all));
    expect(problemsOf(index(product(8), '2010'))).toEqual([]);
    expect(problemsOf(index(product(9), '2010'))).toMatchInlineSnapshot(`
      [
        "people indicators.i0.formula: multiplies 18 factors; 16 is the most",
      ]
    `);
  });

  it('stay inside the calendar', () => {
    const back = (steps: number): Formula => (steps === 0 ? all : lag(back(steps - 1), 100));
    expect(problemsOf(index(back(10), '1800'))).toEqual([]);
    expect(problemsOf(index(back(11), '1800'), change(back(10), 5))).toMatchInlineSnapshot(`
      [
        "people indicators.i0.formula: goes back 1100 periods; 1000 is the most",
        "people indicators.i1.formula: goes back 1005 periods; 1000 is the most",
      ]
    `);
  });

  it('are no ratios of different populations or times themselves, and do not settle any', () => {
    expect(problemsOf(index(add(all, places), '2010'), index(births, '2010'))).toEqual([]);
    expect(
      problemsOf(
        index(share(places, all), '2010'),
        per(1000, change(all), births),
        share(change(places), all),
      ),
    ).toMatchInlineSnapshot(`
      [
        "people indicators.i0.formula: a ratio of different populations (places: people/places; residents: people/all): refused unless mixedBase says why it makes sense",
        "people indicators.i1.formula: a ratio of different times (on 12-31: people/all; whole period: people/births): read the right one with lag(..., 1), or say with mixedBase why it makes sense",
        "people indicators.i2.formula: a ratio of different populations (places: people/places; residents: people/all): refused unless mixedBase says why it makes sense",
      ]
    `);
    expect(problemsOf(per(1000, births, lag(change(all), 1)))).toEqual([]);
  });

  it('of own counts are taken, those of their rates are not: they tell a small change', () => {
    const ownRate = share(helped, asked);
    expect(problemsOf(change(asked), index(asked, '2010'), index(ownRate, '2010'))).toEqual([]);
    expect(
      problemsOf(
        change(ownRate),
        change(index(asked, '2010')),
        subtract(index(asked, '2010'), index(asked, '2011')),
        index(change(divide(ownRate, constant(2))), '2010'),
      ),
    ).toMatchInlineSnapshot(`
      [
        "people indicators.i0.formula: a sum or difference of two rates of own counts: take it of the counts, below one ratio",
        "people indicators.i1.formula: a sum or difference of two rates of own counts: take it of the counts, below one ratio",
        "people indicators.i2.formula: a sum or difference of two rates of own counts: take it of the counts, below one ratio",
        "people indicators.i3.formula: a sum or difference of two rates of own counts: take it of the counts, below one ratio",
      ]
    `);
  });

  it('make another revision when they are read otherwise', () => {
    const revisions = registered(change(all), change(all, 2), index(all, '2010'), index(all, '2011'));
    expect(new Set(revisions.catalogue.indicators.map(({ revision }) => revision)).size).toBe(
      revisions.catalogue.indicators.length,
    );
  });
});
