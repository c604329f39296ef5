import { expect, test } from 'vitest';
import { type Formula, operandsOf } from './formula.ts';

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
    { op: 'change', of: places, periods: 1 },
    { op: 'index', of: residents, base: '2010' },
  ];
  expect(operators.map(operandsOf)).toEqual([
    [],
    [],
    [],
    [places, residents],
    [places, residents],
    [places, residents],
    [places],
    [places],
    [residents],
  ]);
});
