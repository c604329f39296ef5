import type { Measure } from '../catalogue/measure.ts';
import { type Period, periodEnd, periodStart, shiftPeriod } from '../period/period.ts';

/** A measure that an indicator reads, `lag` periods before its own. */
type Input = { readonly measure: Pick<Measure, 'breaks'>; readonly lag: number };

/**
 * How many changes of method the measures of an indicator had seen by one of its periods, each in the period that is read
 * for it. A change counts from the first period that it touches: one in 2011-Q3 for the year 2011, one in 2011 for 2011-Q1.
 */
export function methodsSeenBy(inputs: readonly Input[]): (period: Period) => number {
  const changes = inputs.flatMap(({ measure, lag }) =>
    measure.breaks.map(({ from }) => ({ day: periodStart(from), lag })),
  );
  return (period) => changes.filter(({ day, lag }) => day <= periodEnd(shiftPeriod(period, -lag))).length;
}
