const MOMENT =
  /^((?!0000)\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

/**
 * A day of the calendar (`2015-12-31`) or a time on it (`2015-12-31T10:20:30Z`) as a file writes it; null for everything
 * else: a moment that there is not cannot be stored.
 */
export function momentOf(text: string): string | null {
  const [, year, month, day] = MOMENT.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  // The calendar repeats every 400 years; `Date.UTC` would take the years 1 to 99 for 1901 to 1999.
  const date = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return isReal ? text.trim() : null;
}
