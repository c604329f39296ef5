/**
 * How many of those who were expected were there. Null is what is not known: `present` and `share` where nobody recorded who took part,
 * `expected` where it is not known who there is, `share` where nobody was expected. Missing records never make a 0.
 */
export type Presence = {
  readonly present: number | null;
  readonly expected: number | null;
  /** From 0 to 1. */
  readonly share: number | null;
};

/** The presence of those expected (null = not known who) among those who were there (null = not recorded). */
export function presenceOf(
  expected: ReadonlySet<string> | null,
  there: ReadonlySet<string> | null,
): Presence {
  const present = expected === null || there === null ? null : expected.intersection(there).size;
  return { present, expected: expected?.size ?? null, share: shareOf(present, expected?.size ?? null) };
}

/**
 * Several presences as one: the share of the sums, never the mean of the shares, so that a meeting of few does not weigh as much as one of
 * many. Those of which something is not known are left out; all null where nothing is known.
 */
export function presenceOverall(presences: readonly Presence[]): Presence {
  const known = presences.filter(({ present, expected }) => present !== null && expected !== null);
  if (known.length === 0) return { present: null, expected: null, share: null };
  const present = known.reduce((sum, one) => sum + (one.present ?? 0), 0);
  const expected = known.reduce((sum, one) => sum + (one.expected ?? 0), 0);
  return { present, expected, share: shareOf(present, expected) };
}

function shareOf(present: number | null, expected: number | null): number | null {
  return present === null || expected === null || expected === 0 ? null : present / expected;
}
