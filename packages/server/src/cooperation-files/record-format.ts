import type { LocalisedText } from '@kreisweit/domain';
import type { CooperationKind } from '@kreisweit/store';
import type { Shape, ShapeNode } from './shape.ts';

/** A column of a table: its header, where in the row its value stands (`title.de`), and what is written there. */
export type RecordColumn = {
  readonly header: string;
  readonly path: string;
  readonly explanation: LocalisedText;
};

/** The part of a record that came from a row: `path` in the record, '' for all of it. */
export type RowPlace = { readonly row: number; readonly path: string };

/** Records as the rows of a table make them; `places` has the rows of each, and `problems` those that make none. */
export type Assembled<T> = {
  readonly records: readonly { readonly record: T; readonly places: readonly RowPlace[] }[];
  readonly problems: readonly { readonly row: number; readonly field: string; readonly message: string }[];
};

/**
 * How records of one kind stand in a file. JSON holds `record` as it is; CSV and workbooks a row of `columns`, whose values are those of
 * `row`. `rowsOf` and `recordsOf` are each other's inverse; where both are one, they are `oneRow`. `sample` is an example for people, invented.
 */
export type RecordFormat<T, Row> = {
  readonly kind: CooperationKind;
  readonly title: LocalisedText;
  /** What one row is. */
  readonly about: LocalisedText;
  readonly record: Shape<T>;
  readonly row: Shape<Row>;
  readonly columns: readonly RecordColumn[];
  readonly rowsOf: (record: T) => readonly Row[];
  readonly recordsOf: (rows: readonly Row[]) => Assembled<T>;
  readonly sample: readonly T[];
};

/** What of a format people are told: of whatever kind it is. */
export type DescribedFormat = Pick<
  RecordFormat<unknown, unknown>,
  'kind' | 'title' | 'about' | 'columns' | 'sample'
> & { readonly row: ShapeNode };

/** For a kind whose records are rows as they are. */
export const oneRow = {
  rowsOf: <T>(record: T): readonly T[] => [record],
  recordsOf: <T>(rows: readonly T[]): Assembled<T> => ({
    records: rows.map((record, row) => ({ record, places: [{ row, path: '' }] })),
    problems: [],
  }),
};

/** A column. */
export function column(header: string, path: string, de: string, en: string): RecordColumn {
  return { header, path, explanation: { de, en } };
}

/** The two columns of a text in German and English: `title_de` and `title_en`. */
export function localisedColumns(
  header: string,
  path: string,
  de: string,
  en: string,
): readonly RecordColumn[] {
  return [
    column(`${header}_de`, `${path}.de`, `${de}, auf Deutsch`, `${en}, in German`),
    column(`${header}_en`, `${path}.en`, `${de}, auf Englisch`, `${en}, in English`),
  ];
}
