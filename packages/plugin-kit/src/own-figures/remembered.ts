/** Beyond so many texts, or this length, a column does not repeat itself. */
const MOST = 5_000;
const LONGEST = 200;

/** A reading of texts that looks at each text once: the columns of a long table hold the same few again and again. */
export function remembered<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    if (text.length > LONGEST) return now;
    if (known.size >= MOST) known.clear();
    known.set(text, now);
    return now;
  };
}
