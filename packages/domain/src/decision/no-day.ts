/** What to say to a text that is no day of the calendar. */
export function noDay(text: string): string {
  return `"${text}" is no day: write it as 2026-03-05`;
}
