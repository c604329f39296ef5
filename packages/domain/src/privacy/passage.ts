/**
 * A passage of a text, from one position to just before another, counted in UTF-16 units as strings are. `excerpt` is enough of it to find it
 * again and never all of it.
 */
export type Passage = { readonly from: number; readonly until: number; readonly excerpt: string };

/** The passage of a match, of which only the first characters are shown. */
export function passageOf(match: RegExpExecArray, shown: number): Passage {
  const [found] = match;
  return { from: match.index, until: match.index + found.length, excerpt: masked(found, shown) };
}

/** The beginning of a text, at most the first third of it. */
export function masked(text: string, shown: number): string {
  const characters = [...text.slice(0, 64)];
  const most = Math.min(shown, Math.floor(characters.length / 3));
  return `${characters.slice(0, most).join('')}…`;
}
