/**
 * The known names that a mistyped one may mean, nearest first: those that few single-letter edits lead to (at most a
 * third of the letters, but two are always allowed), whatever the case. A name of which only the last part was written
 * (`residents` for `population/residents`) stands first.
 *
 * @example nearestNames('plces', ['children', 'places']) // ['places']
 */
export function nearestNames(written: string, names: Iterable<string>): readonly string[] {
  if (written === '' || written.length > LONGEST) return [];
  const limit = Math.max(2, Math.floor(written.length / 3));
  return [...names]
    .filter((name) => Math.abs(name.length - written.length) <= limit || name.includes('/'))
    .map((name) => ({ name, edits: editsTo(name.toLowerCase(), written.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .sort((one, other) => one.edits - other.edits)
    .map(({ name }) => name);
}

/** Nobody mistypes a name of so many letters, and comparing takes time that grows with them. */
const LONGEST = 100;

function editsTo(name: string, written: string): number {
  return name.endsWith(`/${written}`) ? 0 : editDistance(written, name);
}

/** How many letters have to be inserted, removed or replaced (Levenshtein), row by row. */
function editDistance(from: string, to: string): number {
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
