/**
 * The known name that a mistyped one most likely means: the one that the fewest single-letter edits lead to; null
 * where none is close (more than a third of its letters would change).
 *
 * @example nearestName('KREISWEIT_DATEN', ['KREISWEIT_DATA', 'KREISWEIT_DEMO']) // 'KREISWEIT_DATA'
 */
export function nearestName(mistyped: string, known: readonly string[]): string | null {
  const [nearest] = known
    .map((name) => ({ name, edits: editsBetween(mistyped.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.max(2, Math.floor(name.length / 3)))
    .sort((one, other) => one.edits - other.edits);
  return nearest?.name ?? null;
}

/** The Levenshtein distance, row by row. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
