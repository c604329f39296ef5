import type { Problem } from '@kreisweit/domain';
import { columnLetters } from '../table-file/column-letters.ts';
import { type CsvRow, csvRows } from '../table-file/csv-rows.ts';
import { decodeText } from '../table-file/decode-text.ts';
import { sheetBeginnings } from '../table-file/sheet-beginnings.ts';
import { type NamedSheet, sheetRows } from '../table-file/sheet-rows.ts';
import { isZip, whyNotText } from '../table-file/why-not-text.ts';
import type { ChangeRow } from './change-from-row.ts';
import { type ChangeField, changeFieldTitles, changeListHeader } from './change-list-header.ts';

/** The rows of a list in either format, before their texts are understood. */
export type ChangeTable = {
  readonly rows: readonly ChangeRow[];
  /** How the file calls a field and where it stands, for messages. */
  readonly columnOf: (field: ChangeField) => string;
  readonly problems: readonly Problem[];
};

const EXPECTED = 'a list of territorial changes is an .xlsx or a .csv, unpacked and as published';

/** Finds the table in the bytes of a file: in the sheet of an XLSX that has its columns, or in a CSV text. */
export async function changeTable(bytes: Buffer): Promise<ChangeTable> {
  if (isZip(bytes)) return tableOfSheets(await sheetRows(bytes, 'the list'));
  const notText = whyNotText(bytes, EXPECTED);
  return notText === null ? tableOfText(decodeText(bytes)) : refused([{ message: notText }]);
}

function tableOfSheets(sheets: readonly NamedSheet[] | string): ChangeTable {
  if (typeof sheets === 'string') return refused([{ message: sheets }]);
  const tables = sheets.map(({ rows }) =>
    table(
      rows.map((cells, index) => ({ line: index + 1, cells })),
      true,
    ),
  );
  return tables.find((found) => found !== null) ?? refused([noList(sheets)]);
}

function tableOfText(text: string): ChangeTable {
  const rows: CsvRow[] = [];
  const faults: Problem[] = [];
  csvRows(text, {
    row: (row) => rows.push(row),
    fault: (line, message) => faults.push({ line, message }),
  });
  const found = table(rows, false);
  if (found !== null) return { ...found, problems: [...faults, ...found.problems] };
  // What was counted as a fault of its quotation marks is one of a list only.
  const cells = rows.length === 0 ? [[text.trim()]] : rows.map((row) => row.cells);
  return refused([noList([{ name: '', rows: cells }])]);
}

/** The table below its header, or null where no header of a change list stands. */
function table(rows: readonly CsvRow[], inSheet: boolean): ChangeTable | null {
  const header = changeListHeader(rows.map(({ cells }) => cells));
  if (header === null) return null;
  const { columns, missing, titles } = header;
  if (missing.length > 0) {
    const line = rows[header.top]?.line;
    const message = `the column is missing; the header holds ${allQuoted(titles)}`;
    return refused(missing.map((field) => ({ line, column: changeFieldTitles[field], message })));
  }
  const text = (cells: readonly string[], field: ChangeField) => cells[columns.get(field) ?? -1] ?? '';
  const records = rows
    .slice(header.firstRow)
    .filter(({ cells }) => isRecord(cells, columns.get('reference') ?? 0));
  const isWhole = ({ cells }: CsvRow) => inSheet || cells.length === titles.length;
  const wrongLength = records
    .filter((row) => !isWhole(row))
    .map(({ line, cells }) => ({
      line,
      message:
        `the row has ${cells.length} cells, expected ${titles.length}: it is cut off, or a text with the ` +
        'delimiter lacks its quotation marks',
    }));
  return {
    rows: records
      .filter(isWhole)
      .map(({ line, cells }) => ({ line, ...rowTexts((field) => text(cells, field)) })),
    columnOf: (field) => {
      const column = columns.get(field) ?? 0;
      return inSheet ? `${columnLetters(column)} (${changeFieldTitles[field]})` : (titles[column] ?? '');
    },
    problems:
      records.length === 0 ? [{ message: 'the list has a header but no rows; fetch it again' }] : wrongLength,
  };
}

/** Below the table stand footnotes, in the first column only. */
function isRecord(cells: readonly string[], referenceColumn: number): boolean {
  const alone = cells.every((cell, column) => cell === '' || column === referenceColumn);
  return !alone || /^\d+\/\d+/.test(cells[referenceColumn] ?? '');
}

function rowTexts(text: (field: ChangeField) => string): Readonly<Record<ChangeField, string>> {
  return {
    reference: text('reference'),
    unit: text('unit'),
    fromArs: text('fromArs'),
    fromAgs: text('fromAgs'),
    fromName: text('fromName'),
    kinds: text('kinds'),
    area: text('area'),
    population: text('population'),
    toArs: text('toArs'),
    toAgs: text('toAgs'),
    toName: text('toName'),
    legalOn: text('legalOn'),
    statisticalOn: text('statisticalOn'),
  };
}

function refused(problems: readonly Problem[]): ChangeTable {
  return { rows: [], columnOf: (field) => changeFieldTitles[field], problems };
}

function noList(sheets: readonly NamedSheet[]): Problem {
  const expected = Object.values(changeFieldTitles).join(', ');
  return {
    message: `this is no list of territorial changes: ${sheetBeginnings(sheets)}. Expected the columns ${expected}`,
  };
}

function allQuoted(titles: readonly string[]): string {
  return titles.flatMap((title) => (title === '' ? [] : [`"${title}"`])).join(', ');
}
