/**
 * The ISO date of a day that exists, or null.
 *
 * @example calendarDate('2023', '11', '30') // '2023-11-30'
 */
export function calendarDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  // Date.parse moves 30 February into March instead of refusing it.
  return new Date(time).toISOString().slice(0, 10) === iso ? iso : null;
}
