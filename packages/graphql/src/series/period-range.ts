import { type Frequency, type Period, periodEnd, periodStart } from '@kreisweit/domain';
import type { PackedSeries } from '@kreisweit/store';

/** The first and the last period of each frequency that lie inside a range; compared as text. */
export type PeriodRange = Readonly<Record<Frequency, { readonly first: string; readonly last: string }>>;

/**
 * The periods from the start of `from` until the end of `to`, whole ones only: months of 2015 lie in 2015, the year 2015
 * does not lie in its second quarter. Null leaves a side open.
 */
export function periodRange(from: Period | null, to: Period | null): PeriodRange | null {
  if (from === null && to === null) return null;
  const start = from === null ? '0000-01-01' : periodStart(from);
  const end = to === null ? '9999-12-31' : periodEnd(to);
  return {
    year: { first: firstYear(start), last: lastYear(end) },
    quarter: { first: firstQuarter(start), last: lastQuarter(end) },
    month: { first: start.slice(0, 7), last: end.slice(0, 7) },
  };
}

/** The part of a series inside a range: of each of its lists. A series that lies inside it as a whole is returned as it is. */
export function sliceSeries<Series extends PackedSeries>(series: Series, range: PeriodRange | null): Series {
  if (range === null) return series;
  const { periods } = series;
  const inside = (period: Period): boolean => {
    const { first, last } = range[frequencyAt(period)];
    return period >= first && period <= last;
  };
  const start = periods.findIndex(inside);
  const end = start === -1 ? -1 : periods.findLastIndex(inside) + 1;
  if (start === 0 && end === periods.length) return series;
  const cut = Object.entries(series).map(([name, list]: [string, readonly unknown[]]) => [
    name,
    start === -1 ? [] : list.slice(start, end),
  ]);
  return Object.fromEntries(cut);
}

/** Stored periods are well formed: their shape tells the frequency. */
function frequencyAt(period: Period): Frequency {
  if (period.length === 4) return 'year';
  return period[5] === 'Q' ? 'quarter' : 'month';
}

/** Ranges begin and end with months. What began before the range or ends after it does not lie inside it. */
function firstYear(start: string): string {
  return start.endsWith('-01-01') ? start.slice(0, 4) : yearsLater(start, 1);
}

function lastYear(end: string): string {
  return end.endsWith('-12-31') ? end.slice(0, 4) : yearsLater(end, -1);
}

function yearsLater(day: string, years: number): string {
  return String(Number(day.slice(0, 4)) + years).padStart(4, '0');
}

/** `2015-Q5` and `2015-Q0` stand between the years: no quarter is written so. */
function firstQuarter(start: string): string {
  return `${start.slice(0, 4)}-Q${Math.ceil((Number(start.slice(5, 7)) - 1) / 3) + 1}`;
}

function lastQuarter(end: string): string {
  return `${end.slice(0, 4)}-Q${Math.floor(Number(end.slice(5, 7)) / 3)}`;
}
