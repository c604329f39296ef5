import type { LongRow } from '../long/long-table.ts';

/** Where the cells of a row stand, as messages say it: the file (with the sheet, where there are several) and the column. */
export type RowPlace = {
  readonly file: string;
  /** `F` in a workbook, the header in a CSV file; `what` is `key`, `period`, `measure`, `value`, `name` or a dimension. */
  readonly column: (what: string) => string | undefined;
};

/** A row of own figures: a row of a long table that knows its sheet. Codes are the texts of the dimension columns. */
export type OwnFiguresRow = LongRow & { readonly place: RowPlace };
