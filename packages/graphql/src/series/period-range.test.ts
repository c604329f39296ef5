import { type Period, periodEnd, periodStart } from '@kreisweit/domain';
import type { PackedSeries } from '@kreisweit/store';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodRange, sliceSeries } from './period-range.ts';

function seriesOver(periods: readonly Period[]): PackedSeries {
  const numbers = periods.map((_, index) => index);
  return {
    periods,
    values: numbers,
    statuses: numbers,
    flags: numbers,
    origins: numbers,
    coverages: numbers,
  };
}

const years = ['2013', '2014', '2015', '2016'];
const quarters = years.flatMap((year) => ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`));
const months = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);
const period = fc.constantFrom(...years, ...quarters, ...months);

test('a range keeps exactly the periods that lie inside it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(years, quarters, months),
      fc.option(period),
      fc.option(period),
      (periods, from, to) => {
        const kept = sliceSeries(seriesOver(periods), periodRange(from, to));
        const inside = periods.filter(
          (candidate) =>
            (from === null || periodStart(candidate) >= periodStart(from)) &&
            (to === null || periodEnd(candidate) <= periodEnd(to)),
        );
        expect(kept.periods).toEqual(inside);
        expect(kept.values).toEqual(inside.map((candidate) => periods.indexOf(candidate)));
      },
    ),
  );
});

test('an open range leaves a series as it is', () => {
  const series = seriesOver(years);
  expect(sliceSeries(series, periodRange(null, null))).toBe(series);
  expect(sliceSeries(series, periodRange('2010', '2020-Q4'))).toBe(series);
});
