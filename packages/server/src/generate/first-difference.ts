/** Where two texts differ first, for a person who wonders why a generated file is out of date. Null: no file. */
export function firstDifference(present: string | null, wanted: string): string {
  if (present === null) return 'The file is missing.';
  const lines = present.split('\n');
  const wantedLines = wanted.split('\n');
  const at = wantedLines.findIndex((line, index) => line !== lines[index]);
  if (at === -1) return `Line ${wantedLines.length + 1} and what follows it should not be there.`;
  return `Line ${at + 1} is ${quoted(lines[at])}, it should be ${quoted(wantedLines[at])}.`;
}

function quoted(line: string | undefined): string {
  return line === undefined ? 'missing' : JSON.stringify(line.trim());
}
