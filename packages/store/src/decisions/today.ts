const germanDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day (ISO) where the districts lie: a period that ends today ends at midnight there, wherever the server stands. */
export function todayInGermany(now: Date = new Date()): string {
  return germanDay.format(now);
}
