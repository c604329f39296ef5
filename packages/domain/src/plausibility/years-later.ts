import type { Period } from '../period/period.ts';

/** The same period so many years later (earlier when negative); null where the calendar ends. */
export function yearsLater(period: Period, years: number): Period | null {
  const year = Number(period.slice(0, 4)) + years;
  return year < 1 || year > 9999 ? null : `${String(year).padStart(4, '0')}${period.slice(4)}`;
}
