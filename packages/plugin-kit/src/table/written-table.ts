/** A column of a table that is written: its header, about how many characters wide it is shown, and what it may hold, null for anything. */
export type WrittenColumn = {
  readonly header: string;
  readonly width: number;
  readonly choices: readonly string[] | null;
};

/** A cell that is written: null is empty. */
export type WrittenCell = string | number | null;

/** A table to write: `name` is that of its sheet in a workbook. */
export type WrittenTable = {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
};
