import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundValue } from '../formula/round-value.ts';
import { flagBits } from '../observation/flags.ts';
import { frequencyOf, shiftPeriod } from '../period/period.ts';
import { seriesChangeRates } from './series-change-rates.ts';
import { seriesChanges } from './series-changes.ts';
import { anySeries } from './testing/any-series.ts';

const { BREAK, REFORM, PROVISIONAL } = flagBits;

const years = {
  periods: ['2010', '2011', '2012', '2013', '2014', '2016', '2017'],
  values: [100, 90, 120, null, 110, 115, 0.3],
  flags: [0, BREAK, PROVISIONAL, 0, 0, 0, BREAK | REFORM],
};

describe('the changes of a series', () => {
  test('are those against the year before, except across a break, a missing value and a missing year', () => {
    expect(seriesChanges(years, 0)).toEqual([null, null, 30, null, null, null, null]);
    expect(seriesChangeRates(years)).toEqual([null, null, 33.3, null, null, null, null]);
  });

  test('compare years with years and quarters with quarters', () => {
    const mixed = {
      periods: ['2014', '2014-Q3', '2014-Q4', '2015', '2015-Q1', '2015-Q3'],
      values: [40, 10, 12, 50, 9, 7],
      flags: [0, 0, 0, 0, BREAK, 0],
    };
    expect(seriesChanges(mixed, 0)).toEqual([null, null, 2, 10, null, null]);
    expect(seriesChangeRates(mixed)).toEqual([null, null, 20, 25, null, null]);
  });

  test('show no noise of floating point', () => {
    const shares = { periods: ['2013', '2014', '2015'], values: [0.1, 0.3, 0.1], flags: [0, 0, 0] };
    expect(seriesChanges(shares, 1)).toEqual([null, 0.2, -0.2]);
  });

  test.each([
    ['nothing', 0, 5],
    ['nothing that stays', 0, 0],
    ['a negative balance', -50, 100],
  ])('have no percentage of %s', (_, before, value) => {
    const series = { periods: ['2014', '2015'], values: [before, value], flags: [0, 0] };
    expect(seriesChanges(series, 0)).toEqual([null, value - before]);
    expect(seriesChangeRates(series)).toEqual([null, null]);
  });

  test('may fall below zero', () => {
    const balance = { periods: ['2014', '2015'], values: [50, -25], flags: [0, 0] };
    expect(seriesChangeRates(balance)).toEqual([null, -150]);
  });

  test('of a series without periods are none', () => {
    const none = { periods: [], values: [], flags: [] };
    expect([seriesChanges(none, 0), seriesChangeRates(none)]).toEqual([[], []]);
  });

  test('stand exactly where the period just before may be compared', () => {
    fc.assert(
      fc.property(anySeries(), (series) => {
        const { periods, values, flags, decimals } = series;
        const expected = periods.map((period, at) => {
          const before = periods.indexOf(shiftPeriod(period, -1));
          const [value = null, earlier = null] = [values[at], values[before]];
          const broken = ((flags[at] ?? 0) & BREAK) !== 0;
          return value === null || earlier === null || broken ? null : roundValue(value - earlier, decimals);
        });
        expect(seriesChanges(series, decimals)).toEqual(expected);
      }),
    );
  });

  test('over a stretch without a break add up to the difference of its ends', () => {
    fc.assert(
      fc.property(anySeries({ gapless: true }), (series) => {
        fc.pre(series.values.length > 0);
        const { decimals, values } = series;
        const sum = seriesChanges(series, decimals).reduce<number>(
          (total, change) => total + (change ?? 0),
          0,
        );
        const difference = (values.at(-1) ?? 0) - (values[0] ?? 0);
        expect(roundValue(sum, decimals)).toBe(roundValue(difference, decimals));
      }),
    );
  });

  test('have the sign of their rate, which only a value above zero has', () => {
    fc.assert(
      fc.property(anySeries(), (series) => {
        const changes = seriesChanges(series, series.decimals);
        seriesChangeRates(series).forEach((rate, at) => {
          const change = changes[at] ?? null;
          const before = change === null ? null : (series.values[at] ?? 0) - change;
          expect(rate !== null).toBe(before !== null && roundValue(before, series.decimals) > 0);
          if (rate !== null && rate !== 0) expect(Math.sign(rate)).toBe(Math.sign(change ?? 0));
        });
      }),
    );
  });

  test('of one frequency do not depend on what else the series holds', () => {
    fc.assert(
      fc.property(anySeries(), (series) => {
        const kept = series.periods.flatMap((period, at) => (frequencyOf(period) === 'quarter' ? [at] : []));
        const only = <Value>(list: readonly Value[]) => kept.map((at) => list[at] as Value);
        const quarters = {
          periods: only(series.periods),
          values: only(series.values),
          flags: only(series.flags),
        };
        expect(seriesChanges(quarters, series.decimals)).toEqual(
          only(seriesChanges(series, series.decimals)),
        );
      }),
    );
  });
});
