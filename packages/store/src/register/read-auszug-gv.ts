import { columnLetters } from '../table-file/column-letters.ts';
import { sheetBeginnings } from '../table-file/sheet-beginnings.ts';
import { type Cells, type NamedSheet, sheetRows } from '../table-file/sheet-rows.ts';
import { type AuszugGvHeader, auszugGvHeader, expectedTitles } from './auszug-gv-header.ts';
import type { RegisterProblem } from './register-problems.ts';
import {
  fieldTitles,
  type RegisterField,
  type RegisterRecord,
  type RegisterTable,
} from './register-table.ts';

/**
 * Reads the XLSX that Destatis publishes as "AuszugGV" (yearly or quarterly): the sheet and its columns are
 * found by their titles, the two dates in the header. Area is in km2. Keys are text and stay it; numbers
 * arrive as the digits in the file, not as what the sheet shows.
 */
export async function readAuszugGv(bytes: Buffer): Promise<RegisterTable> {
  const sheets = await sheetRows(bytes, 'GV100AD');
  if (typeof sheets === 'string') return { ...nothing, problems: [{ message: sheets }] };
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
    degreeOfUrbanisation: text('degreeOfUrbanisation'),
  };
}

function noRegister(sheets: readonly NamedSheet[]): RegisterProblem {
  const found = sheetBeginnings(sheets);
  return { message: `this is no municipality register: ${found}. Expected the columns ${expectedTitles}` };
}
