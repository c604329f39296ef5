import type { SheetCell } from '../xlsx/workbook-sheet.ts';

/**
 * A table as people typed it: a CSV file, or a sheet of a workbook, whose name it then has. `lines` are the numbers of those
 * that are not empty, `cells` the cells of the line at an index of `lines`, `cell` one of them. Lines and columns count from 1.
 */
export type FigureSheet = {
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly lines: readonly number[];
  readonly cells: (index: number) => readonly SheetCell[];
  readonly cell: (index: number, column: number) => SheetCell;
  readonly hiddenLines: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merged: readonly MergedLines[];
};

/** Cells that were merged into one: their name (`A2:A5`) and the lines they cover. */
export type MergedLines = { readonly cells: string; readonly fromLine: number; readonly toLine: number };
