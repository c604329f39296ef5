import { addDays, addMonths } from '@kreisweit/domain';

/**
 * The days of the demo (ISO), counted from one day, so that the demo stays alive: something is always over, open and planned. Months and
 * days before are negative.
 */
export type DemoDays = {
  readonly today: string;
  /** So many months and days away; the working day before where it is on a weekend or a holiday, since nobody meets then. */
  readonly at: (months: number, days?: number) => string;
  /** The first day of the month that is so many months away. */
  readonly start: (months: number) => string;
  /** The last day of the month that is so many months away. */
  readonly end: (months: number) => string;
  /** The year that is so many years away, as a period. */
  readonly year: (years: number) => string;
};

/** The days as they are seen from a day. The order of two days stays whatever the day; those less than six days apart may fall together. */
export function demoDays(today: string): DemoDays {
  const month = today.slice(0, 7);
  return Object.freeze({
    today,
    at: (months: number, days = 0) => workingDay(addDays(addMonths(today, months), days)),
    start: (months: number) => addMonths(`${month}-01`, months),
    end: (months: number) => addDays(addMonths(`${month}-01`, months + 1), -1),
    year: (years: number) => String(Number(today.slice(0, 4)) + years),
  });
}

/** Days on which nobody meets in any of the Länder, the same every year (MM-DD): holidays, Christmas Eve and New Year's Eve. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  ...['01-01', '05-01', '10-03', '12-24', '12-25', '12-26', '12-31'],
]);

/** The day itself, or the last working day before it. */
export function workingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isFree = weekday === 0 || weekday === 6 || HOLIDAYS.has(day.slice(5));
  return isFree ? workingDay(addDays(day, -1)) : day;
}
