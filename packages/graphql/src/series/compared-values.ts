import { type Period, seriesChangeRates, seriesChanges, seriesIndex } from '@kreisweit/domain';
import type { Series } from './series.ts';

type Values = readonly (number | null)[];

/**
 * The changes of the values of a series, as a list beside them. Like all comparisons they are computed from all that is
 * published of the series, so a range shows a part of them and changes none. Each is computed once a series, however many
 * points ask.
 */
export const changesOf = oncePerSeries((series) => seriesChanges(series.whole, series.indicator.decimals));

/** The changes in percent (see `seriesChangeRates` of the domain). */
export const changeRatesOf = oncePerSeries((series) => seriesChangeRates(series.whole));

/** The values in percent of that of a base, which may lie outside the range (see `seriesIndex` of the domain). */
export function indexOf(series: Series, base: Period): Values {
  return inRange(series, seriesIndex(series.whole, base));
}

function oncePerSeries(compute: (series: Series) => Values): (series: Series) => Values {
  const known = new WeakMap<Series, Values>();
  return (series) => {
    const values = known.get(series) ?? inRange(series, compute(series));
    known.set(series, values);
    return values;
  };
}

/** The part of a list over the whole series that belongs to its periods. */
function inRange({ periods, whole }: Series, values: Values): Values {
  if (periods === whole.periods) return values;
  const [first] = periods;
  const start = first === undefined ? 0 : whole.periods.indexOf(first);
  return values.slice(start, start + periods.length);
}
