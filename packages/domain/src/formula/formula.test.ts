import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { type Formula, measureInputsOf, operandsOf } from './formula.ts';
import { anyFormula } from './testing/any-formula.ts';

const residents: Formula = { op: 'measure', key: 'population/residents' };
const places: Formula = { op: 'measure', key: 'care-places/places' };

test('the operands of every operator, in reading order', () => {
  const operators: readonly Formula[] = [
    { op: 'const', value: 1 },
    residents,
    { op: 'indicator', key: 'population/foreignShare' },
    { op: 'add', left: places, right: residents },
    { op: 'share', part: places, whole: residents },
    { op: 'per', factor: 1000, numerator: places, denominator: residents },
    { op: 'lag', of: places, periods: 1 },
  ];
  expect(operators.map(operandsOf)).toEqual([
    [],
    [],
    [],
    [places, residents],
    [places, residents],
    [places, residents],
    [places],
  ]);
});

test('the measures of a formula with their lags, each once', () => {
  const before: Formula = { op: 'lag', of: residents, periods: 1 };
  const twoBefore: Formula = { op: 'lag', of: before, periods: 1 };
  const mean: Formula = { op: 'add', left: residents, right: before };
  expect(
    measureInputsOf({
      op: 'per',
      factor: 1000,
      numerator: places,
      denominator: { op: 'add', left: mean, right: { op: 'add', left: twoBefore, right: before } },
    }),
  ).toEqual([
    { key: 'care-places/places', lag: 0 },
    { key: 'population/residents', lag: 0 },
    { key: 'population/residents', lag: 1 },
    { key: 'population/residents', lag: 2 },
  ]);
});

test('they are what evaluation reads', () => {
  fc.assert(
    fc.property(anyFormula, (formula) => {
      const read = new Set<string>();
      evaluate(formula, (key, lag) => {
        read.add(`${key} ${lag}`);
        return undefined;
      });
      expect([...read]).toEqual(measureInputsOf(formula).map(({ key, lag }) => `${key} ${lag}`));
    }),
  );
});
