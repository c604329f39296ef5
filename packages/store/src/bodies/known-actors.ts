import type { Rows } from '../access/rows.ts';

/**
 * Those of the keys that are actors, each with the key of the one that is left (itself unless it was merged), and others that look alike, for
 * guesses. One statement.
 */
export async function knownActors(rows: Rows, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await rows<{ key: string; survivor: string }>(KNOWN, [
    keys,
    keys.map((key) => key.slice(0, ALIKE)),
    keys.length + MOST_GUESSES,
  ]);
  return new Map(found.map(({ key, survivor }) => [key, survivor]));
}

/** Keys whose first letters are the same may have been meant. */
const ALIKE = 4;
const MOST_GUESSES = 100;

const KNOWN = `
select a.key, coalesce(a.merged_into, a.key) as survivor
from actor a
where a.key = any($1::text[]) or (a.merged_into is null and left(a.key, ${ALIKE}) = any($2::text[]))
order by a.key = any($1::text[]) desc, a.key
limit $3`;
