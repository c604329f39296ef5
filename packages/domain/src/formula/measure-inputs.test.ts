import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flagBits } from '../observation/flags.ts';
import { evaluate } from './evaluate.ts';
import type { Formula } from './formula.ts';
import { crossesBreak, inputId, leadingInputsOf, measureInputsOf, periodRead } from './measure-inputs.ts';
import { anyFormula } from './testing/any-formula.ts';

const residents: Formula = { op: 'measure', key: 'population/residents' };
const places: Formula = { op: 'measure', key: 'care-places/places' };
const lag = (of: Formula, periods: number): Formula => ({ op: 'lag', of, periods });
const change = (of: Formula, periods = 1): Formula => ({ op: 'change', of, periods });
const index = (of: Formula, base: string): Formula => ({ op: 'index', of, base });

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
    { key: 'care-places/places', lag: 0, base: null },
    { key: 'population/residents', lag: 0, base: null },
    { key: 'population/residents', lag: 1, base: null },
    { key: 'population/residents', lag: 2, base: null },
  ]);
});

test('they are what evaluation reads', () => {
  fc.assert(
    fc.property(anyFormula, (formula) => {
      const read = new Set<string>();
      evaluate(formula, (key, lag, base) => {
        read.add(inputId({ key, lag, base }));
        return undefined;
      });
      expect([...read]).toEqual(measureInputsOf(formula).map(inputId));
    }),
  );
});

test.each<[string, Formula, readonly string[], readonly string[]]>([
  ['a change', change(places, 2), ['places 0', 'places 2'], ['places 0']],
  ['a lagged change', lag(change(places), 1), ['places 1', 'places 2'], ['places 1']],
  ['a change of a lag', change(lag(places, 1)), ['places 1', 'places 2'], ['places 1']],
  ['a change of a change', change(change(places)), ['places 0', 'places 1', 'places 2'], ['places 0']],
  ['an index', index(places, '2010'), ['places 0', 'places 0 before 2010'], ['places 0']],
  ['a lagged index', lag(index(places, '2010'), 1), ['places 1', 'places 0 before 2010'], ['places 1']],
  ['an index of a lag', index(lag(places, 1), '2010'), ['places 1', 'places 1 before 2010'], ['places 1']],
  [
    'an index of a change',
    index(change(places), '2010'),
    ['places 0', 'places 1', 'places 0 before 2010', 'places 1 before 2010'],
    ['places 0'],
  ],
  [
    'an index of an index',
    index(index(places, '2005'), '2010'),
    ['places 0', 'places 0 before 2005', 'places 0 before 2010'],
    ['places 0'],
  ],
  [
    'a change for the year before',
    { op: 'share', part: change(places), whole: lag(places, 1) },
    ['places 0', 'places 1'],
    ['places 0', 'places 1'],
  ],
])('%s reads a measure at both times, and stands on the first', (_, formula, all, leading) => {
  const ids = (inputs: ReturnType<typeof measureInputsOf>) =>
    inputs.map((input) => inputId(input).replace('care-places/', ''));
  expect(ids(measureInputsOf(formula))).toEqual(all);
  expect(ids(leadingInputsOf(formula))).toEqual(leading);
});

test('a period is read before the period asked for, or before the base of the same frequency', () => {
  expect(periodRead({ lag: 1, base: null }, '2015-Q1')).toBe('2014-Q4');
  expect(periodRead({ lag: 1, base: '2010' }, '2015')).toBe('2009');
  expect(periodRead({ lag: 0, base: '2010-06' }, '2015-06')).toBe('2010-06');
  expect(periodRead({ lag: 0, base: '2010' }, '2015-06')).toBeNull();
});

test('a formula crosses a break where one lies between the two times of a change or an index', () => {
  // The method of the places changed one period before the one asked for, and once since 2010.
  const eraOf = ({ key, lag: periods, base }: ReturnType<typeof measureInputsOf>[number]) =>
    key === 'care-places/places' && base === null && periods < 2 ? 1 : 0;
  const crosses = (formula: Formula) => crossesBreak(formula, eraOf);
  expect(
    [change(places), change(places, 2), lag(change(places), 1), lag(change(places), 2)].map(crosses),
  ).toEqual([false, true, true, false]);
  expect(
    [index(places, '2010'), index(residents, '2010'), lag(index(places, '2010'), 2)].map(crosses),
  ).toEqual([true, false, false]);
  expect(
    crosses({
      op: 'share',
      part: residents,
      whole: change({ op: 'add', left: residents, right: places }, 3),
    }),
  ).toBe(true);
});

test('a formula that crosses a break is evaluated to no value with the flag BREAK', () => {
  const eras = fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(anyFormula, eras, (formula, some) => {
      const ids = measureInputsOf(formula).map(inputId);
      const eraOf = (id: string) => some[ids.indexOf(id)] ?? 0;
      const outcome = evaluate(formula, (key, periods, base) => ({
        value: 1,
        status: 'NORMAL',
        flags: 0,
        era: eraOf(inputId({ key, lag: periods, base })),
      }));
      const isBroken = crossesBreak(formula, (input) => eraOf(inputId(input)));
      expect(outcome.flags).toBe(isBroken ? flagBits.BREAK : 0);
      if (isBroken) expect(outcome).toMatchObject({ value: null, status: 'NOT_APPLICABLE' });
    }),
    { numRuns: 500 },
  );
});
