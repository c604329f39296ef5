// Ã and Â stand in no German name: they are what UTF-8 looks like when it was read as Latin-1.
// biome-ignore lint/suspicious/noControlCharactersInRegex: an umlaut of a DOS code page ends up as one
const damaged = /[\u0000-\u001f\u007f-\u009f\ufffdÃÂ]/g;

/** What is wrong with the name of a territory, or null. */
export function nameProblem(name: string): string | null {
  if (name === '') return 'the name is missing';
  if (name.search(damaged) < 0) return null;
  return `"${name.replace(damaged, '\ufffd')}" has damaged letters; the file must be UTF-8 or Windows-1252`;
}
