import readXlsxFile, { InvalidSpreadsheetError, type Row } from 'read-excel-file/node';
import {
  type AuszugGvHeader,
  auszugGvHeader,
  type Cells,
  expectedTitles,
  quoted,
} from './auszug-gv-header.ts';
import type { RegisterProblem } from './register-problems.ts';
import {
  fieldTitles,
  type RegisterField,
  type RegisterRecord,
  type RegisterTable,
} from './register-table.ts';

type NamedSheet = { readonly name: string; readonly rows: readonly Cells[] };
type Workbook = { readonly sheets: readonly NamedSheet[]; readonly problems: readonly RegisterProblem[] };

/**
 * Reads the XLSX that Destatis publishes as "AuszugGV" (yearly or quarterly): the sheet and its columns are
 * found by their titles, the two dates in the header. Area is in km2. Keys are text and stay it; numbers
 * arrive as the digits in the file, not as what the sheet shows.
 */
export async function readAuszugGv(bytes: Buffer): Promise<RegisterTable> {
  const { sheets, problems } = await unpack(bytes);
  if (problems.length > 0) return { ...nothing, problems };
  for (const { rows } of sheets) {
    const header = auszugGvHeader(rows);
    if (header !== null) return readRows(rows, header);
  }
  return { ...nothing, problems: [noRegister(sheets)] };
}

const nothing: RegisterTable = Object.freeze({
  format: 'AuszugGV',
  territoryDate: '',
  populationDate: '',
  hectaresPerAreaUnit: 100,
  columnOf: (field) => fieldTitles[field],
  records: [],
  problems: [],
} satisfies RegisterTable);

async function unpack(bytes: Buffer): Promise<Workbook> {
  try {
    const sheets = await readXlsxFile(bytes, { parseNumber: (digits) => digits });
    const named = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(cellTexts) }));
    return { sheets: named, problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message =
      error instanceof InvalidSpreadsheetError
        ? `this is a ZIP file but no XLSX (${reason}); if GV100AD is inside, unpack it`
        : `the XLSX file does not unpack (${reason}): it is cut off or damaged; fetch it again`;
    return { sheets: [], problems: [{ message }] };
  }
}

function cellTexts(row: Row<string>): Cells {
  return row.map((cell) => (cell === null ? '' : String(cell).trim()));
}

function readRows(rows: readonly Cells[], header: AuszugGvHeader): RegisterTable {
  const { line, columns, missing, territoryDate, populationDate } = header;
  if (missing.length > 0) {
    const message = `the column is missing; the header holds ${header.titles}`;
    return { ...nothing, problems: missing.map((field) => ({ line, column: fieldTitles[field], message })) };
  }
  const records = rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .slice(header.firstRow)
    .filter(({ cells }) => isRecord(cells, columns.get('recordType') ?? 0))
    .map(({ cells, line }) => record(cells, line, columns));
  const noDate = (title: string) => ({
    line: header.firstRow,
    message: `no date stands under "${title}", expected dd.mm.yyyy`,
  });
  return {
    ...nothing,
    territoryDate: territoryDate ?? '',
    populationDate: populationDate ?? '',
    columnOf: (field) => `${columnLetters(columns.get(field) ?? 0)} (${fieldTitles[field]})`,
    records,
    problems: [
      ...(territoryDate === null ? [noDate('Regionalschlüssel')] : []),
      ...(populationDate === null ? [noDate('Bevölkerung')] : []),
      ...(records.length === 0 ? [{ message: 'the sheet has a header but no rows; fetch it again' }] : []),
    ],
  };
}

/** Below the table stand footnotes, in the first column only; a row without anything is none either. */
function isRecord(cells: Cells, recordTypeColumn: number): boolean {
  const alone = cells.every((cell, column) => cell === '' || column === recordTypeColumn);
  return !alone || /^\d{1,2}$/.test(cells[recordTypeColumn] ?? '');
}

function record(cells: Cells, line: number, columns: ReadonlyMap<RegisterField, number>): RegisterRecord {
  const text = (field: RegisterField) => cells[columns.get(field) ?? -1] ?? '';
  return {
    line,
    recordType: text('recordType'),
    textCode: text('textCode'),
    state: text('state'),
    region: text('region'),
    district: text('district'),
    association: text('association'),
    municipality: text('municipality'),
    name: text('name'),
    area: text('area'),
    population: text('population'),
    male: text('male'),
    female: text('female'),
    postcode: text('postcode'),
  };
}

function noRegister(sheets: readonly NamedSheet[]): RegisterProblem {
  const found = sheets.map(({ name, rows }) => {
    const first = rows.find((cells) => cells.some((cell) => cell !== ''));
    return first === undefined ? `sheet "${name}" is empty` : `sheet "${name}" begins with ${quoted(first)}`;
  });
  const message = `this is no municipality register: ${found.join('; ')}. Expected the columns ${expectedTitles}`;
  return { message };
}

/** The name of a column as spreadsheets show it: A to Z, AA and so on. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
