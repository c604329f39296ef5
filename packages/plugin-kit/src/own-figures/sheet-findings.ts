import type { Finding } from '../long/long-table.ts';
import { columnLetter } from '../xlsx/column-letter.ts';
import type { FigureTable } from './figure-table.ts';
import { listedPlaces, listedRanges } from './listed-places.ts';

/** What was met while the rows of a sheet were read. */
export type Noticed = {
  /** Cells with formulas (`F2`). */
  readonly formulas: string[];
  readonly hiddenLines: number[];
};

/** What a person should know of a sheet that was read: what is hidden in it, and what was calculated. */
export function sheetFindings({ sheet, header }: FigureTable, noticed: Noticed): readonly Finding[] {
  const { name, isHidden, hiddenColumns } = sheet;
  const findings: Finding[] = isHidden ? [{ message: `the sheet '${name}' is hidden; it was read` }] : [];
  for (const column of hiddenColumns) {
    const title = header.headers[column - 1] ?? '';
    if (title === '') continue;
    const letter = columnLetter(column);
    findings.push({
      line: header.line,
      column: letter,
      message: `column ${letter} ('${title}') is hidden; it was read`,
    });
  }
  const [firstHidden] = noticed.hiddenLines;
  if (firstHidden !== undefined) {
    const rows = listedRanges(noticed.hiddenLines);
    const one = noticed.hiddenLines.length === 1;
    const message = one ? `row ${rows} is hidden; it was read` : `rows ${rows} are hidden; they were read`;
    findings.push({ line: firstHidden, message });
  }
  if (noticed.formulas.length > 0) {
    const cells = listedPlaces(noticed.formulas);
    const one = noticed.formulas.length === 1;
    const message = `${cells} ${one ? 'is a formula, whose' : 'are formulas, whose'} last result was taken`;
    findings.push({ message });
  }
  return findings;
}
