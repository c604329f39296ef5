import type { Problem } from '@kreisweit/domain';
import { csvLine, OPEN_QUOTE } from '../file/csv-line.ts';
import { type TableDate, tableDate } from './table-date.ts';
import { isUnitLabel } from './unit-label.ts';

/**
 * A column of values. `column` counts from 1 as in the file; `header` is what stands above it from top to bottom,
 * without empty cells, dates and units, blanks collapsed.
 */
export type TableColumn = {
  readonly column: number;
  readonly header: readonly string[];
  readonly date: TableDate | null;
  readonly unit: string | null;
};

/**
 * What stands above the rows of a table. Of the three places for the date one is used: in the header (`columns`), in
 * the first cell of each row (`datedRows`), or once for all (`date`). `categoryColumns` are the columns between the
 * name and the first value, counted from 1.
 */
export type TableHeader = {
  readonly code: string;
  /** The lines of the preamble, as they stand there. */
  readonly preamble: readonly string[];
  readonly date: TableDate | null;
  readonly datedRows: boolean;
  readonly categoryColumns: readonly number[];
  readonly columns: readonly TableColumn[];
  /** Number of cells in every row. */
  readonly width: number;
  /** The last line of the header. */
  readonly lastLine: number;
};

type HeaderLine = { readonly line: number; readonly cells: readonly string[] };

/** The line between the rows and the footer begins with it. */
export const FOOTER_MARK = '__________';

/** No preamble and header are longer; beyond this a file is something else. */
export const MOST_HEADER_LINES = 100;

/**
 * Reads the header from the first lines of a file, or says what is wrong with it. Null means that the lines given end
 * before the first row: give more.
 *
 * The preamble has text in the first cell only, header lines have an empty first cell, and the first line with text in
 * the first and in another cell is a row.
 */
export function tableHeader(lines: readonly string[]): TableHeader | Omit<Problem, 'file'> | null {
  const code = /^GENESIS-Tabelle:\s*([^\s;]+)/.exec(lines[0] ?? '')?.[1];
  if (code === undefined) return { line: 1, message: notGenesis(lines[0] ?? '') };

  const preamble: string[] = [];
  const header: HeaderLine[] = [];
  for (const [index, text] of lines.slice(1, MOST_HEADER_LINES).entries()) {
    const line = index + 2;
    if (text.startsWith(FOOTER_MARK)) return { line, message: 'the table has no rows' };
    const parsed = csvLine(text);
    if (parsed === null) return { line, message: OPEN_QUOTE };
    const cells = parsed.map((cell) => cell.trim().replace(/\s+/g, ' '));
    if (cells.every((cell) => cell === '')) continue;
    if (cells[0] === '') header.push({ line, cells });
    else if (header.length === 0 && cells.slice(1).every((cell) => cell === ''))
      preamble.push(cells[0] ?? '');
    else return compose(code, preamble, header, { line, cells });
  }
  if (lines.length < MOST_HEADER_LINES) return null;
  return {
    line: MOST_HEADER_LINES,
    message: `no row in the first ${MOST_HEADER_LINES} lines: the table is empty`,
  };
}

function notGenesis(line: string): string {
  const found = `the file begins with '${line.slice(0, 60)}'`;
  const flat = line.includes('statistics_code') || line.includes('time_code');
  const hint = flat
    ? "this is a flat file ('ffcsv'), which the reader 'genesis-flat' reads"
    : 'is this another format?';
  return `expected 'GENESIS-Tabelle: ...' in the first line, but ${found}: ${hint}`;
}

function compose(
  code: string,
  preamble: readonly string[],
  header: readonly HeaderLine[],
  firstRow: HeaderLine,
): TableHeader | Omit<Problem, 'file'> {
  const [first] = header;
  if (first === undefined)
    return { line: firstRow.line, message: 'expected header lines before the first row' };
  const width = first.cells.length;
  const uneven = header.find(({ cells }) => cells.length !== width);
  if (uneven !== undefined) {
    const message = `expected ${width} cells as in line ${first.line}, found ${uneven.cells.length}`;
    return { line: uneven.line, message };
  }
  const keyColumns = Math.min(...header.map(({ cells }) => cells.findIndex((cell) => cell !== '')));
  const datedRows = tableDate(firstRow.cells[0] ?? '') !== null;
  const firstCategory = datedRows ? 3 : 2;
  if (keyColumns < firstCategory) {
    const expected = datedRows ? 'the date, the key and the name' : 'the key and the name';
    return {
      line: first.line,
      message: `expected ${firstCategory} empty cells above ${expected}, found ${keyColumns}`,
    };
  }

  const dates = header.find(({ cells }) => filled(cells).every((cell) => tableDate(cell) !== null));
  const units = header.find(({ cells }) => filled(cells).every(isUnitLabel));
  const labels = header.filter((line) => line !== dates && line !== units);
  const date = preamble.map(tableDate).findLast((found) => found !== null) ?? null;
  if (dates === undefined && !datedRows && date === null) {
    return {
      line: first.line,
      message: 'no date found: neither above the columns, nor in the first column, nor in the title',
    };
  }
  const unitOfAll =
    /\(([^()]+)\)$/.exec(preamble.at(-1) ?? '')?.[1] ?? /\(([^()]+)\)$/.exec(preamble.at(-2) ?? '')?.[1];
  const columns = Array.from({ length: width - keyColumns }, (_, index): TableColumn => {
    const at = keyColumns + index;
    const ownDate = tableDate(dates?.cells[at] ?? '');
    const unit = units?.cells[at] ?? '';
    return {
      column: at + 1,
      header: filled(labels.map(({ cells }) => cells[at] ?? '')),
      date: ownDate,
      unit: unit !== '' ? unit : unitOfAll !== undefined && isUnitLabel(unitOfAll) ? unitOfAll : null,
    };
  });
  return {
    code,
    preamble,
    date: dates === undefined && !datedRows ? date : null,
    datedRows,
    categoryColumns: Array.from(
      { length: keyColumns - firstCategory },
      (_, index) => firstCategory + index + 1,
    ),
    columns,
    width,
    lastLine: firstRow.line - 1,
  };
}

function filled(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell !== '');
}
