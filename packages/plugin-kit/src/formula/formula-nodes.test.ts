import { evaluate, type Formula } from '@kreisweit/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  change,
  constant,
  difference,
  divide,
  index,
  lag,
  multiply,
  per,
  ref,
  share,
  subtract,
} from './formula-nodes.ts';

type Sample = { readonly formula: Formula; readonly value: number | null };

const values: Readonly<Record<string, number>> = {
  'a/x 0': 12,
  'a/x 1': 5,
  'a/x 2010': 8,
  'a/y 0': 0,
  'a/y 1': -3,
};
const read = (key: string, periods: number, base: string | null) => {
  const value = values[`${key} ${base ?? periods}`];
  return value === undefined ? undefined : { value, status: 'NORMAL' as const, flags: 0 };
};

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.integer({ min: -50, max: 50 }).map((value) => ({ formula: constant(value), value })),
  fc.constantFrom('a/x', 'a/y').map((key) => ({
    formula: { op: 'measure', key } as const,
    value: values[`${key} 0`] ?? null,
  })),
  fc.constantFrom(
    { formula: change({ op: 'measure', key: 'a/x' }), value: 7 },
    { formula: change({ op: 'measure', key: 'a/y' }, 1), value: 3 },
    { formula: index({ op: 'measure', key: 'a/x' }, '2010'), value: 150 },
    { formula: index({ op: 'measure', key: 'a/y' }, '2010'), value: null },
  ),
  fc.constantFrom('a/x', 'a/y').map((key) => ({
    formula: lag({ op: 'measure', key }, 1),
    value: values[`${key} 1`] ?? null,
  })),
);

const both = (
  left: Sample,
  right: Sample,
  combine: (a: number, b: number) => number | null,
): number | null => (left.value === null || right.value === null ? null : combine(left.value, right.value));
const over = (a: number, b: number): number | null => (b === 0 ? null : a / b);

const sample: fc.Arbitrary<Sample> = fc.letrec<{ tree: Sample }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('tree'), tie('tree'), fc.nat(5)).map(([left, right, kind]): Sample => {
      const { formula: l } = left;
      const { formula: r } = right;
      if (kind === 0) return { formula: add(l, r), value: both(left, right, (a, b) => a + b) };
      if (kind === 1) return { formula: subtract(l, r), value: both(left, right, (a, b) => a - b) };
      if (kind === 2) return { formula: multiply(l, r), value: both(left, right, (a, b) => a * b) };
      if (kind === 3) return { formula: divide(l, r), value: both(left, right, over) };
      if (kind === 4) return { formula: share(l, r), value: both(left, right, (a, b) => over(100 * a, b)) };
      return { formula: per(1000, l, r), value: both(left, right, (a, b) => over(1000 * a, b)) };
    }),
  ),
})).tree;

describe('the functions of a formula', () => {
  it('build JSON that evaluates to what their names say', () => {
    fc.assert(
      fc.property(sample, ({ formula, value }) => {
        const copy = JSON.parse(JSON.stringify(formula)) as Formula;
        expect(copy).toEqual(formula);
        const computed = evaluate(copy, read).value;
        if (value === null) expect(computed).toBeNull();
        else expect(computed).toBeCloseTo(value, 6);
      }),
    );
  });

  it('name what they read', () => {
    expect(ref('population/residents')).toEqual({ op: 'indicator', key: 'population/residents' });
    expect(change(ref('a/x'))).toEqual({ op: 'change', of: ref('a/x'), periods: 1 });
    expect(index(ref('a/x'), '2010-Q1')).toEqual({ op: 'index', of: ref('a/x'), base: '2010-Q1' });
    expect(difference(constant(3), constant(1))).toEqual(subtract(constant(3), constant(1)));
  });
});
