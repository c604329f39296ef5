import { addDays, addMonths } from '../due/day.ts';

/** How often: every so many months or weeks, whole and at least 1. */
export type Interval = { readonly months: number } | { readonly weeks: number };

/** How often a body means to meet, and since which day (ISO). */
export type Recurrence = { readonly every: Interval; readonly since: string };

/**
 * The day by which the next meeting is due: one interval after the last that was held, and one after the plan began where none was held since. A
 * meeting that came early or late moves the next. Throws a RangeError outside of the years 1 to 9999.
 *
 * @example nextMeetingDue({ every: { months: 3 }, since: '2026-01-15' }, ['2026-02-01']) // '2026-05-01'
 */
export function nextMeetingDue({ every, since }: Recurrence, heldOn: readonly string[]): string {
  const last = heldOn.reduce((latest, day) => (day > latest ? day : latest), since);
  return 'months' in every ? addMonths(last, every.months) : addDays(last, every.weeks * 7);
}
