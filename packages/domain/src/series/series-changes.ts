import { roundValue } from '../formula/round-value.ts';
import type { SeriesValues } from './series-values.ts';
import { valuesBefore } from './values-before.ts';

/**
 * The change of each entry against the period just before, in the unit of the series (percentage points where that is
 * percent), to the `decimals` of its values. Null where one of the two has no value and across a BREAK.
 *
 * @example seriesChanges({ periods: ['2014', '2015'], values: [40, 42.6], flags: [0, 0] }, 1) // [null, 2.6]
 */
export function seriesChanges(series: SeriesValues, decimals: number): readonly (number | null)[] {
  const before = valuesBefore(series);
  return series.values.map((value, at) => {
    const earlier = before[at] ?? null;
    return value === null || earlier === null ? null : roundValue(value - earlier, decimals);
  });
}
