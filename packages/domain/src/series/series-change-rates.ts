import { roundValue } from '../formula/round-value.ts';
import type { SeriesValues } from './series-values.ts';
import { valuesBefore } from './values-before.ts';

/**
 * The rate of change of each entry (Veränderungsrate): its change against the period just before in percent of the value
 * then, to one decimal. Null where one of the two has no value, across a BREAK, and where the value then was not above
 * zero: of nothing there is no percentage, and of a negative balance none that could be read.
 *
 * @example seriesChangeRates({ periods: ['2014', '2015'], values: [80, 100], flags: [0, 0] }) // [null, 25]
 */
export function seriesChangeRates(series: SeriesValues): readonly (number | null)[] {
  const before = valuesBefore(series);
  return series.values.map((value, at) => {
    const earlier = before[at] ?? null;
    if (value === null || earlier === null || earlier <= 0) return null;
    return roundValue((100 * (value - earlier)) / earlier, 1);
  });
}
