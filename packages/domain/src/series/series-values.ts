import { flagBits } from '../observation/flags.ts';
import { type Frequency, frequencyOf, type Period } from '../period/period.ts';

/**
 * What is published of a series, as parallel lists: periods, ascending within each frequency, values (null where there
 * is none) and flags as bit sets.
 */
export type SeriesValues = {
  readonly periods: readonly Period[];
  readonly values: readonly (number | null)[];
  readonly flags: readonly number[];
};

/**
 * Which stretch without a break each entry stands in: two entries may be compared where it is the same text. A BREAK
 * separates its entry from all earlier ones, and what is counted by year is not compared with what is counted by month.
 *
 * @example unbrokenStretches({ periods: ['2010', '2011', '2012'], flags: [0, 16, 0] }) // ['year 0', 'year 1', 'year 1']
 */
export function unbrokenStretches({
  periods,
  flags,
}: Pick<SeriesValues, 'periods' | 'flags'>): readonly string[] {
  const breaks: Record<Frequency, number> = { year: 0, quarter: 0, month: 0 };
  return periods.map((period, at) => {
    const frequency = frequencyOf(period);
    if (((flags[at] ?? 0) & flagBits.BREAK) !== 0) breaks[frequency] += 1;
    return `${frequency} ${breaks[frequency]}`;
  });
}
