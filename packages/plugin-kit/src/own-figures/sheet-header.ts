import { tooManyColumns } from '../file/too-many-columns.ts';
import { didYouMean } from '../registration/did-you-mean.ts';
import type { FigureSheet } from './figure-sheet.ts';
import { type ColumnRole, columnRole, KNOWN_HEADERS } from './own-columns.ts';

/** Where the things of a row stand: columns from 1. */
export type ColumnPlaces = {
  readonly key: number;
  readonly name: number | null;
  readonly period: number;
  readonly measure: number;
  readonly value: number;
  readonly note: number | null;
  /** The dimensions in the order of their columns. */
  readonly dimensions: readonly { readonly dimension: string; readonly column: number }[];
};

/** The header of a sheet, or all that is wrong with it. `line` is where it stands, `index` which of the lines that is. */
export type SheetHeader = {
  readonly line: number;
  readonly index: number;
  readonly headers: readonly string[];
} & ({ readonly places: ColumnPlaces } | { readonly problems: readonly HeaderProblem[] });

export type HeaderProblem = { readonly column?: number; readonly message: string };

const SEARCHED_LINES = 10;
const LEAST_KNOWN = 2;

/** Finds the header within the first lines: a line with the headers of at least two columns. Null for a sheet of something else. */
export function sheetHeader(sheet: Pick<FigureSheet, 'lines' | 'cells'>): SheetHeader | null {
  for (const [index, line] of sheet.lines.slice(0, SEARCHED_LINES).entries()) {
    const headers = sheet.cells(index).map(({ text }) => text.trim());
    const known = new Set(headers.map((header) => columnRole(header)?.kind));
    known.delete(undefined);
    if (known.size < LEAST_KNOWN || !(known.has('key') || known.has('value') || known.has('measure')))
      continue;
    const width = headers.findLastIndex((header) => header !== '') + 1;
    const found = placesOf(headers.slice(0, width));
    return { line, index, headers, ...found };
  }
  return null;
}

type Fixed = Exclude<ColumnRole['kind'], 'dimension'>;

const NEEDED: readonly (readonly [Fixed, string])[] = [
  ['key', "'Schlüssel' (AGS, ARS, key)"],
  ['period', "'Zeitraum' (Jahr, period)"],
  ['measure', "'Merkmal' (measure)"],
  ['value', "'Wert' (value)"],
];

function placesOf(
  headers: readonly string[],
): { readonly places: ColumnPlaces } | { readonly problems: readonly HeaderProblem[] } {
  const wide = tooManyColumns(headers.length);
  if (wide !== null) return { problems: [{ message: wide }] };
  const problems: HeaderProblem[] = [];
  const fixed = new Map<string, number>();
  const dimensions = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const column = index + 1;
    const role = columnRole(header);
    if (header === '') {
      problems.push({ column, message: 'the column has no header: give it one, or remove it' });
    } else if (role === null) {
      const guess = didYouMean(header, KNOWN_HEADERS);
      const message = `no column is called '${header}'${guess}; what is only for people goes into the column Bemerkung`;
      problems.push({ column, message });
    } else {
      const [known, name] =
        role.kind === 'dimension' ? ([dimensions, role.dimension] as const) : ([fixed, role.kind] as const);
      const before = known.get(name);
      if (before !== undefined) {
        const message = `'${header}' means the same as '${headers[before - 1]}': keep one of the two columns`;
        problems.push({ column, message });
      } else known.set(name, column);
    }
  }
  for (const [kind, name] of NEEDED) {
    if (!fixed.has(kind)) problems.push({ message: `the column ${name} is missing` });
  }
  if (problems.length > 0) return { problems };
  return {
    places: {
      key: fixed.get('key') ?? 0,
      name: fixed.get('name') ?? null,
      period: fixed.get('period') ?? 0,
      measure: fixed.get('measure') ?? 0,
      value: fixed.get('value') ?? 0,
      note: fixed.get('note') ?? null,
      dimensions: [...dimensions].map(([dimension, column]) => ({ dimension, column })),
    },
  };
}
