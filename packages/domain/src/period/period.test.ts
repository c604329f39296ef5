import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frequencyOf, isPeriod, type Period, periodEnd, periodStart, shiftPeriod } from './period.ts';

const year = fc.integer({ min: 1, max: 9999 }).map((number) => String(number).padStart(4, '0'));
const middleYear = fc.integer({ min: 3000, max: 7000 }).map(String);
const suffix = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 4 }).map((quarter) => `-Q${quarter}`),
  fc.integer({ min: 1, max: 12 }).map((month) => `-${String(month).padStart(2, '0')}`),
);
const periodOf = (years: fc.Arbitrary<string>) => fc.tuple(years, suffix).map(([y, s]) => y + s);
const period = periodOf(year);
/** Far enough from both ends of the calendar to be shifted by `steps` and by the sum of two. */
const middle = periodOf(middleYear);
const steps = fc.integer({ min: -600, max: 600 });

/** A neighbour that is computed in another way: by counting on one at a time. */
function shiftedOneByOne(start: Period, count: number): Period {
  let at = start;
  for (let step = 0; step < Math.abs(count); step++) at = shiftPeriod(at, Math.sign(count));
  return at;
}

describe('shiftPeriod', () => {
  test('shifting by nothing changes nothing', () => {
    fc.assert(
      fc.property(period, (p) => {
        expect(shiftPeriod(p, 0)).toBe(p);
      }),
    );
  });

  test('shifting twice is shifting by the sum', () => {
    fc.assert(
      fc.property(middle, steps, steps, (p, a, b) => {
        expect(shiftPeriod(shiftPeriod(p, a), b)).toBe(shiftPeriod(p, a + b));
      }),
    );
  });

  test('shifting by a count is shifting by one so often', () => {
    fc.assert(
      fc.property(middle, fc.integer({ min: -40, max: 40 }), (p, count) => {
        expect(shiftPeriod(p, count)).toBe(shiftedOneByOne(p, count));
      }),
    );
  });

  test('it keeps the frequency and the order of text', () => {
    fc.assert(
      fc.property(middle, steps, steps, (p, a, b) => {
        const one = shiftPeriod(p, a);
        const other = shiftPeriod(p, b);
        expect(frequencyOf(one)).toBe(frequencyOf(p));
        expect(Math.sign(a - b)).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
  });

  test.each([
    ['2015', -1, '2014'],
    ['2015-Q1', -1, '2014-Q4'],
    ['2015-Q4', 1, '2016-Q1'],
    ['2015-01', -1, '2014-12'],
    ['2015-12', 13, '2017-01'],
    ['0099', 1, '0100'],
  ])('%s by %i is %s', (from, count, expected) => {
    expect(shiftPeriod(from, count)).toBe(expected);
  });

  test.each([
    ['0001', -1],
    ['9999', 1],
    ['9999-Q4', 1],
    ['0001-01', -1],
    ['2015', 1e300],
    ['2015', 0.5],
    ['2015-06', 1 / 3],
    ['2015', Number.NaN],
    ['2015', Number.POSITIVE_INFINITY],
  ])('%s by %d is refused', (from, count) => {
    expect(() => shiftPeriod(from, count)).toThrow(RangeError);
  });
});

describe('the days of a period', () => {
  const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

  test('it begins before it ends, and the next one begins on the day after', () => {
    fc.assert(
      fc.property(periodOf(fc.integer({ min: 1, max: 9998 }).map((n) => String(n).padStart(4, '0'))), (p) => {
        expect(periodStart(p) < periodEnd(p)).toBe(true);
        expect(periodStart(shiftPeriod(p, 1))).toBe(nextDay(periodEnd(p)));
      }),
    );
  });

  test('a year begins with its first and ends with its last month and quarter', () => {
    fc.assert(
      fc.property(year, (y) => {
        expect([periodStart(`${y}-01`), periodStart(`${y}-Q1`)]).toEqual([periodStart(y), periodStart(y)]);
        expect([periodEnd(`${y}-12`), periodEnd(`${y}-Q4`)]).toEqual([periodEnd(y), periodEnd(y)]);
      }),
    );
  });

  test.each([
    ['2015', '2015-01-01', '2015-12-31'],
    ['2015-Q2', '2015-04-01', '2015-06-30'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2015-02', '2015-02-01', '2015-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['0004-02', '0004-02-01', '0004-02-29'],
    ['0100-02', '0100-02-01', '0100-02-28'],
  ])('%s lasts from %s to %s', (text, start, end) => {
    expect([periodStart(text), periodEnd(text)]).toEqual([start, end]);
  });
});

describe('isPeriod', () => {
  test('every period is one, and its frequency shows in its length', () => {
    fc.assert(
      fc.property(period, (p) => {
        expect(isPeriod(p)).toBe(true);
        expect(p).toHaveLength({ year: 4, quarter: 7, month: 7 }[frequencyOf(p)]);
      }),
    );
  });

  test.each([
    '',
    '15',
    '0000',
    '0000-Q1',
    '2015-Q0',
    '2015-Q5',
    '2015-00',
    '2015-13',
    '2015-1',
    '2015-06-30',
    '2014/15',
    '2015\n',
    ' 2015',
    '12015',
    '٢٠١٥',
    'constructor',
  ])('%j is none', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => frequencyOf(text)).toThrow(`'${text}' is no period: write 2015, 2015-Q1 or 2015-06`);
    expect(() => periodStart(text)).toThrow(RangeError);
    expect(() => periodEnd(text)).toThrow(RangeError);
    expect(() => shiftPeriod(text, 0)).toThrow(RangeError);
  });
});
