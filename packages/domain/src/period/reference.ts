import { type Period, periodEnd, periodStart } from './period.ts';

/**
 * To which moment or span the value of a period refers:
 * `{ at: '12-31' }` a day of the year (stocks), `{ during: 'period' }` everything that happened in it (flows),
 * `{ mean: 'year' }` a mean over the period, `{ schoolYear: 'end' }` the school year that ends in the period's year
 * (2014/15 is stored as 2015).
 */
export type Reference =
  | { readonly at: string }
  | { readonly during: 'period' }
  | { readonly mean: 'year' }
  | { readonly schoolYear: 'end' };

/**
 * The day to which a value refers: for a stock its day, for a flow or a mean the last day of the period. It lies in
 * the period: a day of the year that a month or quarter does not contain is its last day instead. ISO. Throws a
 * RangeError for what is no period.
 */
export function referenceDate(period: Period, reference: Reference): string {
  const end = periodEnd(period);
  const dayOfYear = 'at' in reference ? reference.at : 'schoolYear' in reference ? '07-31' : null;
  if (dayOfYear === null) return end;
  const day = `${period.slice(0, 4)}-${dayOfYear}`;
  return day >= periodStart(period) && day <= end ? day : end;
}

/** Null when a reference is well formed, else what is wrong with it. The day must exist in every year. */
export function referenceProblem(reference: Reference): string | null {
  if (!('at' in reference)) return null;
  const [month, day] = reference.at.split('-').map(Number);
  const valid =
    /^\d\d-\d\d$/.test(reference.at) &&
    month !== undefined &&
    day !== undefined &&
    new Date(Date.UTC(2001, month - 1, day)).toISOString().slice(5, 10) === reference.at;
  return valid ? null : `'${reference.at}' is no day of every year: write MM-DD, for example '12-31'`;
}
