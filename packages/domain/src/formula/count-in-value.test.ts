import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInValue } from './count-in-value.ts';
import { evaluate } from './evaluate.ts';
import type { BinaryOperator, Formula } from './formula.ts';

const constant = (value: number): Formula => ({ op: 'const', value });
const part: Formula = { op: 'measure', key: 'part' };
const whole: Formula = { op: 'measure', key: 'whole' };
const binary = (op: BinaryOperator, left: Formula, right: Formula): Formula => ({ op, left, right });
const before = (of: Formula): Formula => ({ op: 'lag', of, periods: 1 });

test.each<[string, Formula, ReturnType<typeof countInValue>]>([
  ['a constant', binary('add', constant(1), constant(2)), null],
  ['a measure', part, { scales: [1], offset: 0 }],
  ['hundreds', binary('multiply', constant(100), part), { scales: [100], offset: 0 }],
  ['thousands', binary('divide', part, constant(1000)), { scales: [0.001], offset: 0 }],
  ['per cent of a constant', { op: 'share', part, whole: constant(50) }, { scales: [2], offset: 0 }],
  [
    'per 1000 of a constant',
    { op: 'per', factor: 1000, numerator: part, denominator: constant(500) },
    { scales: [2], offset: 0 },
  ],
  ['less than a constant', binary('subtract', constant(5), part), { scales: [1], offset: 5 }],
  ['a difference', binary('subtract', whole, part), { scales: [1], offset: 0 }],
  ['nothing', binary('subtract', whole, whole), { scales: [1], offset: 0 }],
  ['a change', binary('subtract', whole, before(whole)), { scales: [1], offset: 0 }],
  ['a change by name', { op: 'change', of: whole, periods: 1 }, { scales: [1], offset: 0 }],
  [
    'a change of hundreds and a constant',
    { op: 'change', of: binary('add', binary('multiply', constant(100), whole), constant(7)), periods: 2 },
    { scales: [100], offset: 0 },
  ],
  ['a change of a constant', { op: 'change', of: constant(7), periods: 1 }, null],
  ['an index', { op: 'index', of: whole, base: '2010' }, { scales: [1], offset: 0 }],
  ['an index of a constant', { op: 'index', of: constant(7), base: '2010' }, null],
  [
    'an average of two periods',
    binary('divide', binary('add', whole, before(whole)), constant(2)),
    { scales: [1, 0.5], offset: 0 },
  ],
  [
    'an average of lagged periods',
    before(binary('multiply', constant(0.5), binary('add', whole, before(whole)))),
    { scales: [1, 0.5], offset: 0 },
  ],
  ['a sum of two periods', binary('add', whole, before(whole)), { scales: [2, 1], offset: 0 }],
  ['a ratio', { op: 'share', part, whole }, { scales: [1], offset: 0 }],
  ['a product', binary('multiply', part, whole), { scales: [1], offset: 0 }],
  [
    'different factors',
    binary('subtract', binary('multiply', constant(2), whole), part),
    { scales: [2], offset: 0 },
  ],
])('%s', (_, formula, expected) => {
  expect(countInValue(formula)).toEqual(expected);
});

test('whatever constants do to a measure, its count is found again', () => {
  const step = fc.tuple(
    fc.constantFrom<BinaryOperator[]>('add', 'subtract', 'multiply', 'divide'),
    fc.integer({ min: -20, max: 20 }).filter((value) => value !== 0),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.integer({ min: 0, max: 1000 }), (steps, count) => {
      const formula = steps.reduce<Formula>(
        (of, [op, value, first]) =>
          first && op !== 'divide' ? binary(op, constant(value), of) : binary(op, of, constant(value)),
        part,
      );
      const value =
        evaluate(formula, () => ({ value: count, status: 'NORMAL', flags: 0 })).value ?? Number.NaN;
      const { scales: [scale = Number.NaN, ...others] = [], offset = Number.NaN } =
        countInValue(formula) ?? {};
      expect(others).toEqual([]);
      expect(scale).toBeGreaterThan(0);
      expect(Math.abs((value - offset) / scale)).toBeCloseTo(count, 5);
    }),
    { numRuns: 300 },
  );
});
