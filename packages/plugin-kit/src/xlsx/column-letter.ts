/** The name of a column as spreadsheets show it: 1 is `A`, 27 is `AA`. */
export function columnLetter(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnLetter(before) + letter;
}
