const MILLISECONDS = 86_400_000;

/** True for a day of the calendar in ISO form (`2026-02-28`) in the years 0001 to 9999. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(text);
}

/**
 * The day so many days later (earlier when negative). Throws a RangeError for what is no day and outside of the years 1 to 9999.
 *
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export function addDays(day: string, days: number): string {
  return written(knownDay(day).valueOf() + days * MILLISECONDS);
}

/**
 * The same day so many months later (earlier when negative); the last of the month where it has no such day. Throws a RangeError as
 * `addDays` does.
 *
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(day: string, months: number): string {
  const from = knownDay(day);
  // `Date.UTC` would take the years 1 to 99 for 1901 to 1999; `setUTCFullYear` does not.
  const first = new Date(from);
  first.setUTCFullYear(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const last = new Date(first);
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  return written(first.setUTCDate(Math.min(from.getUTCDate(), last.getUTCDate())));
}

/** How many days `until` lies after `from`; negative when before. */
export function daysBetween(from: string, until: string): number {
  return (knownDay(until).valueOf() - knownDay(from).valueOf()) / MILLISECONDS;
}

function knownDay(day: string): Date {
  if (!isDay(day)) throw new RangeError(`'${day}' is no day: write it as 2026-02-28`);
  return new Date(`${day}T00:00:00Z`);
}

function written(moment: number): string {
  const date = new Date(moment);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('that day lies outside of the years 1 to 9999');
  return date.toISOString().slice(0, 10);
}
