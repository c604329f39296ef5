/** From when until when something holds: ISO days, both inclusive; null = open. */
export type Validity = { readonly from: string | null; readonly until: string | null };

/** True when something holds on a day. */
export function isValidOn({ from, until }: Validity, on: string): boolean {
  return (from === null || from <= on) && (until === null || on <= until);
}

/** The days on which both hold; null where there is none. */
export function commonValidity(one: Validity, other: Validity): Validity | null {
  const from = later(one.from, other.from);
  const until = earlier(one.until, other.until);
  return from !== null && until !== null && from > until ? null : { from, until };
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
