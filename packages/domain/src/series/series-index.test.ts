import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundValue } from '../formula/round-value.ts';
import { flagBits } from '../observation/flags.ts';
import { frequencyOf } from '../period/period.ts';
import { seriesIndex } from './series-index.ts';
import { anySeries } from './testing/any-series.ts';

const { BREAK } = flagBits;

const years = {
  periods: ['2009', '2010', '2011', '2012', '2013', '2015', '2016'],
  values: [80, 100, 90, null, 120, 45, 7],
  flags: [0, 0, BREAK, 0, 0, 0, BREAK],
};

describe('the index of a series', () => {
  test.each([
    ['2010', [80, 100, null, null, null, null, null]],
    ['2011', [null, null, 100, null, 133.3, 50, null]],
    ['2015', [null, null, 200, null, 266.7, 100, null]],
    ['2016', [null, null, null, null, null, null, 100]],
  ])('with the base %s reaches to the breaks around it', (base, expected) => {
    expect(seriesIndex(years, base)).toEqual(expected);
  });

  test.each(['2012', '2014', '1999', '2011-Q1'])('is empty with the base %s, which has no value', (base) => {
    expect(seriesIndex(years, base)).toEqual(years.periods.map(() => null));
  });

  test.each([0, -4])('is empty with a base of %d', (value) => {
    expect(seriesIndex({ periods: ['2014', '2015'], values: [value, 10], flags: [0, 0] }, '2014')).toEqual([
      null,
      null,
    ]);
  });

  test('a break without a value separates too', () => {
    const series = { periods: ['2010', '2011', '2012'], values: [10, null, 20], flags: [0, BREAK, 0] };
    expect(seriesIndex(series, '2010')).toEqual([100, null, null]);
  });

  test('compares years with years only', () => {
    const mixed = {
      periods: ['2014', '2014-Q4', '2015', '2015-Q1'],
      values: [40, 10, 50, 12],
      flags: [0, 0, 0, 0],
    };
    expect(seriesIndex(mixed, '2014')).toEqual([100, null, 125, null]);
    expect(seriesIndex(mixed, '2014-Q4')).toEqual([null, 100, null, 120]);
  });

  const seriesAndBase = anySeries().chain((series) =>
    fc.record({
      series: fc.constant(series),
      base: fc.constantFrom(...series.periods, '1998', '1999-Q2', '1999-02'),
    }),
  );

  test('is 100 at its base, or nowhere', () => {
    fc.assert(
      fc.property(seriesAndBase, ({ series, base }) => {
        const at = series.periods.indexOf(base);
        const index = seriesIndex(series, base);
        expect(index).toHaveLength(series.periods.length);
        if ((series.values[at] ?? 0) > 0) expect(index[at]).toBe(100);
        else expect(index.every((value) => value === null)).toBe(true);
      }),
    );
  });

  test('stands exactly where there is a value and no break between it and the base', () => {
    fc.assert(
      fc.property(seriesAndBase, ({ series, base }) => {
        const { periods, values, flags } = series;
        const of = values[periods.indexOf(base)] ?? 0;
        const broken = (from: string, to: string) =>
          periods.some(
            (period, at) =>
              frequencyOf(period) === frequencyOf(base) &&
              period > from &&
              period <= to &&
              ((flags[at] ?? 0) & BREAK) !== 0,
          );
        const expected = periods.map((period, at) => {
          const value = values[at] ?? null;
          const apart = period < base ? broken(period, base) : broken(base, period);
          const comparable = frequencyOf(period) === frequencyOf(base) && !apart;
          return value === null || of <= 0 || !comparable ? null : roundValue((100 * value) / of, 1);
        });
        expect(seriesIndex(series, base)).toEqual(expected);
      }),
    );
  });

  test('keeps the order of the values', () => {
    fc.assert(
      fc.property(seriesAndBase, ({ series, base }) => {
        const shown = seriesIndex(series, base).flatMap((index, at) =>
          index === null ? [] : [{ index, value: series.values[at] ?? 0 }],
        );
        const sorted = shown.toSorted((left, right) => left.value - right.value);
        sorted.forEach(({ index }, at) => {
          expect(index).toBeGreaterThanOrEqual(sorted[at - 1]?.index ?? index);
        });
      }),
    );
  });
});
