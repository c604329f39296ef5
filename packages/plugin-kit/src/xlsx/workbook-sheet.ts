/**
 * A cell as a spreadsheet holds it, whatever it shows. `text` is what stands there; a number is written as the shortest decimal
 * with a point, a day as `2015-12-31`. `isFormula`: the text is the result that was last calculated. `isPercent`: it
 * shows a hundred times the number that it holds.
 */
export type SheetCell = {
  readonly kind: 'empty' | 'text' | 'number' | 'day' | 'boolean' | 'error';
  readonly text: string;
  readonly isFormula?: boolean;
  readonly isPercent?: boolean;
};

/** Cells that are one for the eye; rows and columns count from 1, both ends belong to it. */
export type MergedCells = {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
};

/** A sheet of a workbook. Rows and columns count from 1. */
export type WorkbookSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: (row: number) => readonly SheetCell[];
  readonly cell: (row: number, column: number) => SheetCell;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merged: readonly MergedCells[];
};

export const EMPTY_CELL: SheetCell = Object.freeze({ kind: 'empty', text: '' });
