/**
 * A year with the month or quarter that stands beside it in a flat file: `2015` and `MONAT06` are `2015-06`, `2015` and
 * `QUART2` are `2015-Q2`; the total (`''`) is the year. Null when they are no period.
 */
export function timePart(year: string, code: string): string | null {
  if (code === '') return year;
  if (!/^\d{4}$/.test(year)) return null;
  const month = /^MONAT(0[1-9]|1[0-2])$/.exec(code)?.[1];
  if (month !== undefined) return `${year}-${month}`;
  const quarter = /^QUART([1-4])$/.exec(code)?.[1];
  return quarter === undefined ? null : `${year}-Q${quarter}`;
}

/** Whether a variable says a part of the year that stands as the time of a row. */
export function isTimePart(variable: string): boolean {
  return variable === 'MONAT' || variable === 'QUARTG';
}
