/**
 * `; did you mean 'places'?` when one of the names is close to what was written, else an empty text. Close is a
 * third of the letters wrong, added, missing or swapped in case.
 */
export function didYouMean(written: string, names: Iterable<string>): string {
  const nearest = written === '' ? null : nearestName(written, names);
  return nearest === null ? '' : `; did you mean '${nearest}'?`;
}

function nearestName(written: string, names: Iterable<string>): string | null {
  const limit = Math.max(2, Math.floor(written.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of names) {
    const away = distance(written.toLowerCase(), name.toLowerCase());
    if (away < bestDistance) {
      best = name;
      bestDistance = away;
    }
  }
  return best;
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
