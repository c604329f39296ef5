import { nearestNames, type Problem } from '@kreisweit/domain';
import type { TableRecord, TableSheet } from '@kreisweit/plugin-kit';
import type { RecordColumn } from './record-format.ts';

/** The columns of a table by their place in a row from 0: those that the format knows, and all that have a title; titles that nothing has; and the rows below. */
export type FoundHeader = {
  readonly rows: readonly TableRecord[];
  readonly columns: ReadonlyMap<number, RecordColumn>;
  readonly titled: ReadonlySet<number>;
  readonly unknown: readonly string[];
  /** Where the header itself stands. */
  readonly line: number;
};

/**
 * Finds the sheet whose first row names most of the columns, and which column stands where. What is wrong with the header
 * is noted: no known column at all, unknown ones, the same one twice.
 */
export function tableHeader(
  sheets: readonly TableSheet[],
  columns: readonly RecordColumn[],
  refuse: (problem: Omit<Problem, 'file'>) => void,
): FoundHeader {
  const byHeader = new Map(columns.map((column) => [plain(column.header), column]));
  const counted = sheets.map(({ rows }) => {
    const [header, ...others] = rows;
    const titles = (header?.cells ?? []).map(({ text }) => text.trim());
    const known = titles.filter((title) => byHeader.has(plain(title))).length;
    return { line: header?.line ?? 1, rows: others, titles, known };
  });
  const [best] = counted.toSorted((one, other) => other.known - one.known);
  const names = columns.map(({ header }) => header);
  if (best === undefined || best.known === 0) {
    refuse({
      line: best?.line ?? 1,
      message: `no column is known: the first row names them, ${names.join(', ')}`,
    });
    return { rows: [], columns: new Map(), titled: new Set(), unknown: [], line: best?.line ?? 1 };
  }
  const unknown: string[] = [];
  const found = new Map<number, RecordColumn>();
  for (const [index, title] of best.titles.entries()) {
    if (title === '') continue;
    const column = byHeader.get(plain(title));
    const isTwice = column !== undefined && found.values().some((other) => other === column);
    if (isTwice)
      refuse({ line: best.line, column: title, message: 'this column is there twice: take one out' });
    else if (column !== undefined) found.set(index, column);
    else {
      unknown.push(title);
      refuse({ line: best.line, column: title, message: `no such column: ${advice(title, names)}` });
    }
  }
  const titled = new Set(best.titles.flatMap((title, index) => (title === '' ? [] : [index])));
  return { rows: best.rows, columns: found, titled, unknown, line: best.line };
}

function advice(title: string, names: readonly string[]): string {
  const [near] = nearestNames(title, names);
  return near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`;
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[\s-]+/g, '_');
}
