/** With these a spreadsheet takes a cell for a formula, and runs it. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One line of a CSV file (RFC 4180: commas, CR LF), quoted where a cell needs it. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 *
 * @example csvLine(['a,b', '=1+1', null]) // '"a,b",\'=1+1,\r\n'
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null): string {
  const text = cell === null ? '' : String(cell);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
