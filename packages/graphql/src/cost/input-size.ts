/** How large the values are that somebody sent: entries of the longest list, characters of the longest text. */
export type InputSize = { readonly listEntries: number; readonly textCharacters: number };

/** Measures a value of JSON. It does not call itself, so that a hundred thousand brackets inside one another end no process. */
export function inputSize(sent: unknown): InputSize {
  let listEntries = 0;
  let textCharacters = 0;
  const waiting = [sent];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') textCharacters = Math.max(textCharacters, value.length);
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) listEntries = Math.max(listEntries, value.length);
    for (const inside of Object.values(value)) waiting.push(inside);
  }
  return { listEntries, textCharacters };
}
