import { isAscii, isUtf8 } from 'node:buffer';
import type { Problem } from '@kreisweit/domain';
import { csvRows } from '../file/csv-rows.ts';
import { delimiterOf } from '../file/delimiter.ts';
import { textBlocks } from '../file/text-blocks.ts';
import { legibleProblems } from '../input/legible-problems.ts';
import { readWorkbook } from '../xlsx/read-workbook.ts';
import { isOldOffice, isZip } from '../xlsx/refused-workbook.ts';
import { EMPTY_CELL, type SheetCell, type WorkbookSheet } from '../xlsx/workbook-sheet.ts';
import { unguardedText } from './formula-guard.ts';

/** A row of a table with something in it, and the line (from 1) in which it begins. */
export type TableRecord = { readonly line: number; readonly cells: readonly SheetCell[] };

/** A sheet of a table as people fill it in; the name is null for CSV. Blank rows are left out. */
export type TableSheet = { readonly name: string | null; readonly rows: readonly TableRecord[] };

/**
 * Reads a small table of any content, CSV or an Excel workbook (.xlsx), from all of its bytes: the sheets that are not hidden. CSV is separated by semicolons, commas
 * or tabs, whichever its first line has most of, in UTF-8 or Windows-1252; its cells may run over several lines and keep their blanks. The
 * limits of `readWorkbook` hold. The apostrophe before what would be a formula in CSV is taken away.
 *
 * Throws InputProblems for what is neither, and for quotation marks that do not match.
 */
export async function readTable(bytes: Uint8Array, file: string): Promise<readonly TableSheet[]> {
  if (!isZip(bytes) && !isOldOffice(bytes)) return [await csvTable(bytes, file)];
  const sheets = await readWorkbook(bytes, file);
  return sheets.filter(({ isHidden }) => !isHidden).map(workbookTable);
}

/** No record of a small table is too long: a text may well run over many lines. */
const MOST_LINES = 100_000;

async function csvTable(bytes: Uint8Array, file: string): Promise<TableSheet> {
  const open = () => chunks(bytes);
  const delimiter = delimiterOf(await firstLine(open(), file)) ?? ';';
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const rows: TableRecord[] = [];
  for await (const block of csvRows(open(), { file, delimiter, report, mostLines: MOST_LINES })) {
    for (const [index, cells] of block.rows.entries()) {
      rows.push({ line: block.lines[index] ?? 0, cells: cells.map(textCell) });
    }
  }
  if (problems.length > 0) throw legibleProblems('The table cannot be read', problems);
  return { name: null, rows };
}

const MARK = new Uint8Array([0xef, 0xbb, 0xbf]);

/** All of it is here, so that it is known whether it is UTF-8, in whatever script, and need not be guessed from its letters. */
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const hasMark = MARK.every((byte, index) => bytes[index] === byte);
  const isMarked = hasMark || isAscii(bytes) || !isUtf8(bytes);
  yield isMarked ? bytes : Buffer.concat([MARK, bytes]);
}

async function firstLine(bytes: AsyncIterable<Uint8Array>, file: string): Promise<string> {
  for await (const { lines } of textBlocks(bytes, file)) {
    const filled = lines.find((line) => line.trim() !== '');
    if (filled !== undefined) return filled;
  }
  return '';
}

function textCell(text: string): SheetCell {
  return text.trim() === '' ? EMPTY_CELL : { kind: 'text', text: unguardedText(text) };
}

function workbookTable({ name, rowCount, cells }: WorkbookSheet): TableSheet {
  const lines = Array.from({ length: rowCount }, (_, index) => ({
    line: index + 1,
    cells: cells(index + 1).map(unguarded),
  }));
  return {
    name,
    rows: lines.filter((row) => row.cells.some(({ text }) => text.trim() !== '')),
  };
}

function unguarded(cell: SheetCell): SheetCell {
  return cell.kind === 'text' ? { ...cell, text: unguardedText(cell.text) } : cell;
}
