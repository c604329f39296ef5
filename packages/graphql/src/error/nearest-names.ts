const SHOWN = 3;

/**
 * A sentence that names what may have been meant, beginning with a blank: the names that contain the written one or
 * differ least from it. Empty when nothing is near.
 */
export function nearestNames(written: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, distance: distanceOf(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(3, written.length / 3))
    .sort((left, right) => left.distance - right.distance)
    .slice(0, SHOWN)
    .map(({ name }) => `'${name}'`);
  if (near.length === 0) return ` The query { indicators { nodes { key } } } lists all of them.`;
  return ` Did you mean ${near.join(' or ')}?`;
}

function distanceOf(written: string, name: string): number {
  if (written !== '' && name.endsWith(`/${written}`)) return 0;
  return editDistance(written, name);
}

/** How many letters have to be inserted, removed or replaced (Levenshtein). */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (letter === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
