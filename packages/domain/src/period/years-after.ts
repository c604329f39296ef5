/**
 * The same day so many years later (earlier when negative), as text that compares with ISO days; no year is before 0001.
 * The 29 February stays one, which is right for comparing.
 *
 * @example yearsAfter('2015-12-31', -2) // '2013-12-31'
 */
export function yearsAfter(day: string, years: number): string {
  return `${String(Math.max(1, Number(day.slice(0, 4)) + years)).padStart(4, '0')}${day.slice(4)}`;
}
