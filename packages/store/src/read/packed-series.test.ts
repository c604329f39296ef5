import { expect, test } from 'vitest';
import { packedSeries } from './packed-series.ts';

test('rows of several districts become one series, ordered by period', () => {
  const series = packedSeries([
    [
      ['2013', '2014'],
      [3, 4],
      [0, 0],
      [0, 0],
      [0, 0],
      [null, null],
    ],
    [
      ['2011', '2012', '2013'],
      [1, null, 99],
      [0, 20, 0],
      [0, 0, 0],
      [1, 1, 1],
      [1, 0.5, 1],
    ],
  ]);
  expect(series).toEqual({
    periods: ['2011', '2012', '2013', '2014'],
    values: [1, null, 3, 4],
    statuses: [0, 20, 0, 0],
    flags: [0, 0, 0, 0],
    origins: [1, 1, 0, 0],
    coverages: [1, 0.5, null, null],
  });
});

test('no row is a series without periods', () => {
  expect(packedSeries([])).toEqual({
    periods: [],
    values: [],
    statuses: [],
    flags: [],
    origins: [],
    coverages: [],
  });
});
