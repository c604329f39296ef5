import { InputProblems, nearestNames, type Problem } from '@kreisweit/domain';
import { readTable, type TableRecord } from '@kreisweit/plugin-kit';
import { isRequiredAt } from './column-notes.ts';
import type { CooperationRecords, FilePlace } from './cooperation-file.ts';
import { leftOutColumns } from './left-out-columns.ts';
import { readShape } from './read-shape.ts';
import type { RecordColumn, RecordFormat, RowPlace } from './record-format.ts';
import { rowValue } from './row-value.ts';
import { type FoundHeader, tableHeader } from './table-header.ts';
import { tableAdvice } from './value-advice.ts';

/**
 * Reads the records of a table, CSV or a workbook. Throws InputProblems with everything that is wrong with it, by line and column; a column that is missing
 * is told once, whether every row needs it or only some.
 */
export async function readTableRecords<T, Row>(
  format: RecordFormat<T, Row>,
  bytes: Uint8Array,
  file: string,
): Promise<CooperationRecords<T>> {
  const problems: Problem[] = [];
  const sheets = await readTable(bytes, file);
  const header = tableHeader(sheets, format.columns, (problem) => problems.push({ file, ...problem }));
  const present = new Set([...header.columns.values()].map(({ path }) => path));
  const missing = new Set<RecordColumn>(
    present.size === 0 ? [] : format.columns.filter(({ path }) => isMissing(path) && isNeeded(path)),
  );
  const read = header.rows.flatMap((row) => {
    const found = readRow(format, { row, header }, (path, message) => {
      const column = columnOf(path);
      if (column === null || !isMissing(column.path)) problems.push({ ...placeIn(row.line, path), message });
      else missing.add(column);
    });
    return found === undefined ? [] : [{ found, line: row.line }];
  });
  for (const column of missing) {
    problems.push({
      file,
      line: header.line,
      column: column.header,
      message: missingText(column, header.unknown, format.columns),
    });
  }
  const lineOf = (row: number): number => read[row]?.line ?? 1;
  const { records, problems: unfit } = format.recordsOf(read.map(({ found }) => found));
  // A row that could not be read would be missed by those that belong to it.
  if (problems.length === 0) {
    problems.push(...unfit.map(({ row, field, message }) => ({ ...placeIn(lineOf(row), field), message })));
  }
  if (problems.length > 0) throw new InputProblems(`${file} is refused`, problems.toSorted(byLine));
  return {
    records: records.map(({ record }) => record),
    leftOut: records.map(({ places }) =>
      places.flatMap(({ row, path }) =>
        leftOutColumns(format.row, read[row]?.found, { columns: format.columns, present }).map((field) =>
          path === '' ? field : `${path}.${field}`,
        ),
      ),
    ),
    placeOf: (record, field) => {
      const { row, path } = nearestPlace(records[record]?.places ?? [], field);
      return placeIn(lineOf(row), path);
    },
  };

  function isMissing(path: string): boolean {
    return !present.has(path);
  }

  function isNeeded(path: string): boolean {
    return isRequiredAt(format.row, path.split('.'));
  }

  /** One that is there, where a field has several. */
  function columnOf(path: string): RecordColumn | null {
    const there = format.columns.filter((column) => !isMissing(column.path));
    return columnAt(there, path) ?? columnAt(format.columns, path);
  }

  function placeIn(line: number, path: string): FilePlace {
    const column = columnOf(path);
    return { file, line, ...(column === null ? {} : { column: column.header }) };
  }
}

function readRow<T, Row>(
  format: RecordFormat<T, Row>,
  { row, header }: { readonly row: TableRecord; readonly header: FoundHeader },
  refuse: (path: string, message: string) => void,
): Row | undefined {
  for (const [index, { kind, text }] of row.cells.entries()) {
    if (header.titled.has(index) || kind === 'empty' || text.trim() === '') continue;
    refuse(
      '',
      `a cell without a header holds "${text.slice(0, 40)}": are there too many separators in the line?`,
    );
  }
  const cells = new Map(
    row.cells.flatMap((cell, index) => {
      const column = header.columns.get(index);
      return column === undefined ? [] : [[column.path, cell] as const];
    }),
  );
  let isSound = true;
  const noting = (path: string, message: string): void => {
    isSound = false;
    refuse(path, message);
  };
  const value = rowValue(format.row, cells, noting);
  return isSound ? readShape(format.row, value, '', { refuse: noting, advice: tableAdvice }) : undefined;
}

/** A column that is not there, and which of the titles that nothing has may have meant it: that which is most like it, else those that are like none. */
function missingText(
  { header }: RecordColumn,
  unknown: readonly string[],
  columns: readonly RecordColumn[],
): string {
  const names = columns.map((column) => column.header);
  const liked = unknown.map((title) => ({ title, name: nearestNames(title, names)[0] }));
  const near = liked.filter(({ name }) => name === header);
  const others = liked.filter(({ name }) => name === undefined);
  const meant = near.length > 0 || others.length > FEW ? near : others;
  if (meant.length === 0) return 'this column is missing: add it';
  return `this column is missing: did you mean ${meant.map(({ title }) => title).join(' or ')}?`;
}

/** As many titles may be guessed from. */
const FEW = 3;

/** The column of a field: its own, that of the list or text in which it stands, or the first of what it consists of. */
function columnAt(columns: readonly RecordColumn[], path: string): RecordColumn | null {
  if (path === '') return null;
  const around = columns.find((column) => path === column.path || path.startsWith(`${column.path}.`));
  return around ?? columns.find((column) => column.path.startsWith(`${path}.`)) ?? null;
}

/** The row of a field, and where the field stands in it: of the rows that it may belong to, the innermost. */
function nearestPlace(places: readonly RowPlace[], field: string): RowPlace {
  const around = places.filter(({ path }) => path === '' || field === path || field.startsWith(`${path}.`));
  const [nearest = { row: 0, path: '' }] = around.toSorted(
    (one, other) => other.path.length - one.path.length,
  );
  const path = nearest.path === '' ? field : field.slice(nearest.path.length + 1);
  return { row: nearest.row, path };
}

function byLine(one: Problem, other: Problem): number {
  return (one.line ?? 0) - (other.line ?? 0);
}
