import type { NumberFormat, Problem } from '@kreisweit/domain';
import type { Finding } from '../long/long-table.ts';
import { columnLetter } from '../xlsx/column-letter.ts';
import { EMPTY_CELL, type SheetCell } from '../xlsx/workbook-sheet.ts';
import { type CellText, keyText, labelText, periodText, valueText } from './figure-cell.ts';
import type { FigureTable } from './figure-table.ts';
import type { OwnFiguresRow, RowPlace } from './own-figures-row.ts';
import { remembered } from './remembered.ts';
import { type Noticed, sheetFindings } from './sheet-findings.ts';
import { mergedCells, strayCells } from './sheet-shape.ts';

/** Who hears what is wrong with a file, and what should be known of it all the same. */
export type Hearer = {
  readonly problem: (problem: Problem) => void;
  readonly finding: (finding: Finding) => void;
};

type Layout = { readonly variables: readonly string[]; readonly numbers: NumberFormat };

/** What a row says; null where a cell cannot be read, whose problem was told. */
type RowTexts = Readonly<Record<'key' | 'name' | 'time' | 'content' | 'text', string | null>> & {
  readonly codes: readonly (string | null)[];
};

const BLOCK = 2_000;

/**
 * The rows below the header of a sheet, in blocks, with the codes of `variables` in their order. A row without a value is
 * passed on unread, with the text ''; one whose cells cannot be read is told and left out.
 */
export function* figureRows(
  table: FigureTable,
  layout: Layout,
  hear: Hearer,
): Generator<readonly OwnFiguresRow[]> {
  const { sheet, header, places, file } = table;
  const columns = columnsOf(table);
  const place: RowPlace = { file, column: (what) => shownColumn(table, columns.get(what)) };
  const noticed: Noticed = { formulas: [], hiddenLines: [] };
  const read = cellReader(layout);
  let rows: OwnFiguresRow[] = [];

  for (const problem of mergedCells(table)) hear.problem(problem);
  for (let index = header.index + 1; index < sheet.lines.length; index++) {
    const line = sheet.lines[index] ?? 0;
    const cells = sheet.cells(index);
    if (sheet.hiddenLines.has(line)) noticed.hiddenLines.push(line);
    const stray = strayCells(table, line, cells);
    if (stray !== null) hear.problem(stray);
    // The cells of a line that is cut wrongly would all be problems.
    if (stray !== null && sheet.name === null) continue;
    const textOf = (what: string): string | null => {
      const column = columns.get(what);
      if (column === undefined) return '';
      const cell = cells[column - 1] ?? EMPTY_CELL;
      const found = cell.isFormula === true && cell.kind === 'empty' ? NOT_CALCULATED : read(what, cell);
      if (cell.isFormula === true && 'text' in found) noticed.formulas.push(cellName(table, line, column));
      if ('text' in found) return found.text;
      hear.problem({ file, line, column: shownColumn(table, column), message: found.problem });
      return null;
    };
    const texts = hasValue(cells[places.value - 1])
      ? rowTexts(textOf, layout)
      : unread(cells, columns, layout);
    const row = stray === null ? rowOf(texts, { line, column: places.value, place }) : null;
    if (row === null) continue;
    rows.push(row);
    if (rows.length < BLOCK) continue;
    yield rows;
    rows = [];
  }
  for (const finding of sheetFindings(table, noticed)) hear.finding(finding);
  if (rows.length > 0) yield rows;
}

const NOT_CALCULATED: CellText = {
  problem: 'the formula has no result yet: open the file in Excel or LibreOffice and save it',
};

/** A row that nobody has filled in yet, as it stands. */
function unread(
  cells: readonly SheetCell[],
  columns: ReadonlyMap<string, number>,
  { variables }: Layout,
): RowTexts {
  const textOf = (what: string): string => cells[(columns.get(what) ?? 0) - 1]?.text.trim() ?? '';
  return {
    key: textOf('key'),
    name: textOf('name'),
    time: textOf('period'),
    content: textOf('measure'),
    text: '',
    codes: variables.map(textOf),
  };
}

function hasValue(cell: SheetCell = EMPTY_CELL): boolean {
  return cell.kind === 'empty' ? cell.isFormula === true : cell.text.trim() !== '';
}

function rowTexts(textOf: (what: string) => string | null, { variables }: Layout): RowTexts {
  return {
    key: textOf('key'),
    name: textOf('name'),
    time: textOf('period'),
    content: textOf('measure'),
    codes: variables.map(textOf),
    text: textOf('value'),
  };
}

/** Reads the cells of each column in its own way. */
function cellReader({ variables, numbers }: Layout): (what: string, cell: SheetCell) => CellText {
  const readers = new Map<string, (cell: SheetCell) => CellText>([
    ...variables.map((dimension) => [dimension, (cell: SheetCell) => labelText(cell, 'category')] as const),
    ['key', keyText],
    ['name', (cell) => labelText(cell, 'name')],
    ['period', periodText],
    ['measure', (cell) => labelText(cell, 'measure')],
    ['value', (cell) => valueText(cell, numbers)],
  ]);
  const ofTexts = new Map(
    [...readers].map(([what, read]) => [what, remembered((text) => read({ kind: 'text', text }))]),
  );
  return (what, cell) => {
    const read = cell.kind === 'text' ? ofTexts.get(what)?.(cell.text) : readers.get(what)?.(cell);
    return read ?? { text: '' };
  };
}

/** Null for a row with cells that cannot be read: what remains of it would only lead to more problems. */
function rowOf(
  { key, name, time, content, text, codes }: RowTexts,
  where: Pick<OwnFiguresRow, 'line' | 'column' | 'place'>,
): OwnFiguresRow | null {
  if (key === null || name === null || time === null || content === null || text === null) return null;
  const known = codes.filter((code) => code !== null);
  if (known.length < codes.length) return null;
  return { ...where, territory: key, name, time, content, codes: known, text, quality: '', unit: '' };
}

function columnsOf({ places }: FigureTable): ReadonlyMap<string, number> {
  const fixed = (['key', 'name', 'period', 'measure', 'value'] as const).flatMap((what) => {
    const column = places[what];
    return column === null ? [] : [[what, column] as const];
  });
  return new Map([
    ...fixed,
    ...places.dimensions.map(({ dimension, column }) => [dimension, column] as const),
  ]);
}

/** A column as people see it: its letter in a workbook, its header in a CSV file. */
function shownColumn({ sheet, header }: FigureTable, column: number | undefined): string | undefined {
  if (column === undefined) return undefined;
  return sheet.name === null ? header.headers[column - 1] : columnLetter(column);
}

function cellName({ sheet }: FigureTable, line: number, column: number): string {
  return sheet.name === null ? `line ${line}` : `${columnLetter(column)}${line}`;
}
