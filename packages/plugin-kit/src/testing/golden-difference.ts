/** What a golden value says: a field that is not given is not compared. */
type Said = Readonly<Record<string, string | number | null | undefined>>;

/**
 * How what was found differs from what was expected; null where it does not. Numbers may differ by a relative 1e-9, which for
 * counts is exact.
 */
export function differencesFrom(expected: Said, found: Readonly<Record<string, unknown>>): string | null {
  const wrong = Object.entries(expected).filter(
    ([field, value]) => value !== undefined && !isEqual(value, found[field]),
  );
  if (wrong.length === 0) return null;
  return wrong
    .map(([field, value]) => `has ${field} ${String(found[field])}, expected ${value}`)
    .join(' and ');
}

function isEqual(expected: string | number | null | undefined, found: unknown): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return expected === found;
  if (Number.isInteger(expected) && Number.isInteger(found)) return expected === found;
  return Math.abs(expected - found) <= 1e-9 * Math.max(Math.abs(expected), Math.abs(found));
}
