import { type Period, shiftPeriod } from '../period/period.ts';
import { type SeriesValues, unbrokenStretches } from './series-values.ts';

/**
 * The value with which each entry of a series is compared: that of the period just before, of the same frequency. Null
 * where the series does not have that period, where it has no value, and where a BREAK lies between.
 */
export function valuesBefore(series: SeriesValues): readonly (number | null)[] {
  const latest = new Map<string, { readonly period: Period; readonly value: number | null }>();
  const stretches = unbrokenStretches(series);
  return series.periods.map((period, at) => {
    const stretch = stretches[at] ?? '';
    const before = latest.get(stretch);
    latest.set(stretch, { period, value: series.values[at] ?? null });
    return before !== undefined && shiftPeriod(before.period, 1) === period ? before.value : null;
  });
}
