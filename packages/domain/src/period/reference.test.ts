import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodEnd, periodStart } from './period.ts';
import { type Reference, referenceDate, referenceProblem } from './reference.ts';

test.each<[string, Reference, string]>([
  ['2015', { at: '12-31' }, '2015-12-31'],
  ['2015', { at: '03-01' }, '2015-03-01'],
  ['2015', { during: 'period' }, '2015-12-31'],
  ['2015-Q1', { mean: 'year' }, '2015-03-31'],
  ['2015', { schoolYear: 'end' }, '2015-07-31'],
  ['2015-Q2', { at: '06-15' }, '2015-06-15'],
  ['2015-02', { at: '12-31' }, '2015-02-28'],
  ['2015-Q4', { schoolYear: 'end' }, '2015-12-31'],
])('a value of %s that refers to %j refers to %s', (period, reference, day) => {
  expect(referenceDate(period, reference)).toBe(day);
});

test('what is no period is refused', () => {
  expect(() => referenceDate('2014/15', { at: '12-31' })).toThrow(RangeError);
  expect(() => referenceDate('2014/15', { schoolYear: 'end' })).toThrow(RangeError);
});

test('the day of a well-formed reference exists and lies in the period', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
  const at = fc.tuple(two, two).map(([month, day]) => `${month}-${day}`);
  const period = fc.constantFrom('2015', '2016', '1900', '2015-Q1', '2016-02', '2015-12');
  fc.assert(
    fc.property(period, at, (within, day) => {
      fc.pre(referenceProblem({ at: day }) === null);
      const date = referenceDate(within, { at: day });
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      expect(date >= periodStart(within) && date <= periodEnd(within)).toBe(true);
    }),
  );
});

test.each(['12-31', '01-01', '02-28', '06-30'])('%s is a day of every year', (at) => {
  expect(referenceProblem({ at })).toBeNull();
});

test.each(['02-29', '02-30', '13-01', '00-10', '04-31', '1-1', '31.12.', '', '12-31-', '12-310', '-'])(
  '%j is none',
  (at) => {
    expect(referenceProblem({ at })).toBe(
      `'${at}' is no day of every year: write MM-DD, for example '12-31'`,
    );
  },
);

test('the other references are always well formed', () => {
  expect(referenceProblem({ during: 'period' })).toBeNull();
  expect(referenceProblem({ mean: 'year' })).toBeNull();
  expect(referenceProblem({ schoolYear: 'end' })).toBeNull();
});
