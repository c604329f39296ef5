import type { Problem } from '@kreisweit/domain';
import type { Delimiter } from '../file/csv-line.ts';
import { csvRows } from '../file/csv-rows.ts';
import type { SheetCell } from '../xlsx/workbook-sheet.ts';
import { EMPTY_CELL } from '../xlsx/workbook-sheet.ts';
import type { FigureSheet } from './figure-sheet.ts';
import { remembered } from './remembered.ts';
import { sheetHeader } from './sheet-header.ts';

type Bytes = () => AsyncIterable<Uint8Array>;

const DELIMITERS: readonly Delimiter[] = [';', '\t', ','];
const HEAD_LINES = 10;
const SILENT = (): void => undefined;

/** What separates the cells of a CSV file: that by which most headers are known; null when none shows a header. */
export async function csvDelimiter(open: Bytes, file: string): Promise<Delimiter | null> {
  const found: { readonly delimiter: Delimiter; readonly headers: number }[] = [];
  for (const delimiter of DELIMITERS) {
    const header = sheetHeader(await head(open, file, delimiter));
    if (header !== null) found.push({ delimiter, headers: header.headers.length });
  }
  return found.toSorted((one, other) => other.headers - one.headers)[0]?.delimiter ?? null;
}

/** All lines of a CSV file; what cannot be cut into cells goes to `report`. */
export async function csvSheet(
  open: Bytes,
  options: {
    readonly file: string;
    readonly delimiter: Delimiter;
    readonly report: (problem: Problem) => void;
  },
): Promise<FigureSheet> {
  const lines: number[] = [];
  const rows: (readonly SheetCell[])[] = [];
  // A long table holds the same few texts: rows that share their cells take a fraction of the memory.
  const shared = remembered(cellOf);
  for await (const block of csvRows(open(), options)) {
    for (const line of block.lines) lines.push(line);
    for (const row of block.rows) rows.push(row.map(shared));
  }
  return sheetOf(lines, rows);
}

async function head(open: Bytes, file: string, delimiter: Delimiter): Promise<FigureSheet> {
  for await (const { lines, rows } of csvRows(open(), { file, delimiter, report: SILENT })) {
    const first = rows.slice(0, HEAD_LINES).map((row) => row.map(cellOf));
    return sheetOf(lines.slice(0, HEAD_LINES), first);
  }
  return sheetOf([], []);
}

function sheetOf(lines: readonly number[], rows: readonly (readonly SheetCell[])[]): FigureSheet {
  return {
    name: null,
    isHidden: false,
    lines,
    cells: (index) => rows[index] ?? [],
    cell: (index, column) => rows[index]?.[column - 1] ?? EMPTY_CELL,
    hiddenLines: new Set(),
    hiddenColumns: new Set(),
    merged: [],
  };
}

function cellOf(written: string): SheetCell {
  const text = written.trim();
  return text === '' ? EMPTY_CELL : { kind: 'text', text };
}
