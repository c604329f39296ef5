import { columnLetter } from '../xlsx/column-letter.ts';
import type { MergedCells, WorkbookSheet } from '../xlsx/workbook-sheet.ts';
import type { FigureSheet, MergedLines } from './figure-sheet.ts';

/** A sheet of a workbook as a table that people typed. */
export function workbookFigures(sheet: WorkbookSheet): FigureSheet {
  const { name, isHidden, hiddenRows, hiddenColumns, merged, rowCount } = sheet;
  const lines: number[] = [];
  for (let row = 1; row <= rowCount; row++) {
    if (sheet.cells(row).some(({ kind, isFormula }) => kind !== 'empty' || isFormula === true))
      lines.push(row);
  }
  return {
    name,
    isHidden,
    lines,
    cells: (index) => sheet.cells(lines[index] ?? 0),
    cell: (index, column) => sheet.cell(lines[index] ?? 0, column),
    hiddenLines: hiddenRows,
    hiddenColumns,
    merged: merged.map(mergedLines),
  };
}

function mergedLines({ fromRow, toRow, fromColumn, toColumn }: MergedCells): MergedLines {
  const cells = `${columnLetter(fromColumn)}${fromRow}:${columnLetter(toColumn)}${toRow}`;
  return { cells, fromLine: fromRow, toLine: toRow };
}
