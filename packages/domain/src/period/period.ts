/**
 * A period in ISO form: a year `2015` (0001 to 9999), a quarter `2015-Q1` or a month `2015-06`. Within one frequency periods sort as
 * text.
 */
export type Period = string;

export type Frequency = 'year' | 'quarter' | 'month';

type PeriodParts = { readonly frequency: Frequency; readonly year: number; readonly index: number };

// PostgreSQL knows no year 0000, so a period of it would have no dates.
const PATTERN = /^((?!0000)\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;
const PER_YEAR: Readonly<Record<Frequency, number>> = { year: 1, quarter: 4, month: 12 };

function parts(period: Period): PeriodParts | null {
  const match = PATTERN.exec(period);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) return { frequency: 'quarter', year, index: Number(match[2]) - 1 };
  if (match[3] !== undefined) return { frequency: 'month', year, index: Number(match[3]) - 1 };
  return { frequency: 'year', year, index: 0 };
}

function knownParts(period: Period): PeriodParts {
  const known = parts(period);
  if (known === null) throw new RangeError(`'${period}' is no period: write 2015, 2015-Q1 or 2015-06`);
  return known;
}

function format({ frequency, year, index }: PeriodParts): Period {
  const digits = String(year).padStart(4, '0');
  if (frequency === 'year') return digits;
  if (frequency === 'quarter') return `${digits}-Q${index + 1}`;
  return `${digits}-${String(index + 1).padStart(2, '0')}`;
}

/** True for a year, quarter or month in ISO form. */
export function isPeriod(text: string): boolean {
  return parts(text) !== null;
}

/** Whether a period is a year, a quarter or a month. Throws a RangeError for anything else. */
export function frequencyOf(period: Period): Frequency {
  return knownParts(period).frequency;
}

/**
 * The period `count` steps later (earlier when negative), of the same frequency. Throws a RangeError for a count
 * that is not whole, and outside the years 1 to 9999.
 *
 * @example shiftPeriod('2015-Q1', -1) // '2014-Q4'
 */
export function shiftPeriod(period: Period, count: number): Period {
  if (!Number.isInteger(count))
    throw new RangeError(`a period cannot be shifted by ${count} steps: write a whole number`);
  const { frequency, year, index } = knownParts(period);
  const perYear = PER_YEAR[frequency];
  const ordinal = year * perYear + index + count;
  const shifted = Math.floor(ordinal / perYear);
  if (shifted < 1 || shifted > 9999) throw new RangeError(`${count} steps from ${period} leave the calendar`);
  return format({ frequency, year: shifted, index: ordinal - shifted * perYear });
}

/** First day of a period, ISO. */
export function periodStart(period: Period): string {
  const { frequency, year, index } = knownParts(period);
  const month = index * (12 / PER_YEAR[frequency]) + 1;
  return isoDate(year, month, 1);
}

/** Last day of a period, ISO. */
export function periodEnd(period: Period): string {
  const { frequency, year, index } = knownParts(period);
  const month = (index + 1) * (12 / PER_YEAR[frequency]);
  // The calendar repeats every 400 years; `Date.UTC` would take the years 1 to 99 for 1901 to 1999.
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return isoDate(year, month, lastDay);
}

function isoDate(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}
