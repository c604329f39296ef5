import type { FigureSheet } from './figure-sheet.ts';
import type { ColumnPlaces, SheetHeader } from './sheet-header.ts';

/** A sheet with figures, its header found sound. `file` names it in messages, with the sheet where several hold figures. */
export type FigureTable = {
  readonly sheet: FigureSheet;
  readonly header: SheetHeader;
  readonly places: ColumnPlaces;
  readonly file: string;
};
