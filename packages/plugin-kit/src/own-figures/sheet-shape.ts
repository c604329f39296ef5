import type { Problem } from '@kreisweit/domain';
import { columnLetter } from '../xlsx/column-letter.ts';
import type { SheetCell } from '../xlsx/workbook-sheet.ts';
import type { FigureTable } from './figure-table.ts';

/** Cells that no header names: a decimal comma that cut a value in two, or something beside the table. Null without any. */
export function strayCells(
  { sheet, header, file }: FigureTable,
  line: number,
  cells: readonly SheetCell[],
): Problem | null {
  const { headers } = header;
  if (sheet.name === null && cells.length !== headers.length) {
    const message = `expected ${headers.length} cells as in the header, found ${cells.length}: does a cell hold the sign that separates the cells? Put it in quotation marks`;
    return { file, line, message };
  }
  const at = cells.findIndex((cell, index) => cell.kind !== 'empty' && (headers[index] ?? '') === '');
  if (at < 0) return null;
  const column = sheet.name === null ? at + 1 : columnLetter(at + 1);
  return {
    file,
    line,
    column,
    message: 'the cell stands below no header: remove it, or give the column one',
  };
}

/** Cells merged into one where values stand: only the first of them holds something. */
export function mergedCells({ sheet, header, places, file }: FigureTable): readonly Problem[] {
  if (sheet.merged.length === 0) return [];
  const filled = sheet.lines.filter(
    (line, index) => line > header.line && sheet.cell(index, places.value).kind !== 'empty',
  );
  return sheet.merged
    .filter(({ fromLine, toLine }) => filled.some((line) => line >= fromLine && line <= toLine))
    .map(({ cells, fromLine }) => {
      const message = `the cells ${cells} are merged, so that only the first of them holds something: unmerge them and fill in each`;
      return { file, line: fromLine, message };
    });
}
