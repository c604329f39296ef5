import { roundValue } from '../formula/round-value.ts';
import type { Period } from '../period/period.ts';
import { type SeriesValues, unbrokenStretches } from './series-values.ts';

/**
 * A series as an index: each value in percent of that of the period `base`, to one decimal; the base itself is 100. Null
 * where there is no value and where a BREAK lies between an entry and the base. All are null where the series has no value
 * for the base, or none above zero. Only periods of the frequency of the base are compared with it.
 *
 * @example seriesIndex({ periods: ['2014', '2015'], values: [80, 100], flags: [0, 0] }, '2014') // [100, 125]
 */
export function seriesIndex(series: SeriesValues, base: Period): readonly (number | null)[] {
  const stretches = unbrokenStretches(series);
  const at = series.periods.indexOf(base);
  const of = series.values[at] ?? null;
  return series.values.map((value, index) => {
    const comparable = stretches[index] === stretches[at];
    return value === null || of === null || of <= 0 || !comparable ? null : roundValue((100 * value) / of, 1);
  });
}
