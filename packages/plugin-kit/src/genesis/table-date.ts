/**
 * The time of a table's values as its header, first column or preamble says it: a day (`2015-12-31`), a year (`2015`)
 * or a school year (`2014/15`).
 */
export type TableDate = string;

const DAY = /^(\d{2})\.(\d{2})\.(\d{4})$/;
const YEAR = /^\d{4}$/;
const SCHOOL_YEAR = /^(\d{4})\/(\d{2}|\d{4})$/;

/** Reads a label as a date; null when it is none. `Jahr: 2016` and `Stichtag: 30.06.2015` are read, too. */
export function tableDate(label: string): TableDate | null {
  const text = label.trim().replace(/^(?:Jahr|Stichtag|Schuljahr|Berichtsjahr):\s*/, '');
  if (YEAR.test(text)) return text;
  const day = DAY.exec(text);
  if (day !== null) return isoDay(`${day[3]}-${day[2]}-${day[1]}`);
  const years = SCHOOL_YEAR.exec(text);
  if (years === null) return null;
  const next = String(Number(years[1]) + 1);
  return next.length === 4 && next.endsWith(years[2] ?? '') ? `${years[1]}/${next.slice(2)}` : null;
}

function isoDay(day: string): string | null {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day;
}
