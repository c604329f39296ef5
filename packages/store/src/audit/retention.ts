/**
 * How long is kept what nobody needs for ever: entries of the audit trail, in months; what deliveries that may be sent twice were
 * answered, in days; tokens and links after they expired or were revoked, in months.
 */
export type Retention = {
  readonly auditMonths: number;
  readonly deliveryReceiptDays: number;
  readonly accessTokenMonths: number;
};

/** What is forgotten: everything from before these moments (ISO). */
export type RetentionLimits = {
  readonly auditEntries: string;
  readonly deliveryReceipts: string;
  readonly accessTokens: string;
};

/** The moments before which nothing is kept. */
export function retentionLimits(
  { auditMonths, deliveryReceiptDays, accessTokenMonths }: Retention,
  now: Date,
): RetentionLimits {
  return {
    auditEntries: monthsBefore(now, auditMonths),
    deliveryReceipts: new Date(now.valueOf() - deliveryReceiptDays * 86_400_000).toISOString(),
    accessTokens: monthsBefore(now, accessTokenMonths),
  };
}

/** The same day of an earlier month, or its last one where it has no such day. */
function monthsBefore(now: Date, months: number): string {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
}
