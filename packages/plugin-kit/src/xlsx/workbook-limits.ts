/** How large a workbook may be; all of it is checked before anything is built from the file. */
export type WorkbookLimits = {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Bytes of all parts together, unpacked. */
  readonly unpackedBytes: number;
  /** Bytes of a single part (a sheet, the table of texts), unpacked. */
  readonly partBytes: number;
  readonly parts: number;
  readonly sheets: number;
  /** Cells and rows of all sheets together; each of them costs some hundred bytes of memory. */
  readonly cells: number;
  /** Everything else that a reader builds an object of: texts, styles, merged cells. */
  readonly elements: number;
  readonly columnDescriptions: number;
  readonly rows: number;
  readonly columns: number;
};

const MEBIBYTE = 1024 * 1024;

/** Limits that no list typed by people comes near. */
export const workbookLimits: WorkbookLimits = Object.freeze({
  fileBytes: 20 * MEBIBYTE,
  unpackedBytes: 200 * MEBIBYTE,
  partBytes: 64 * MEBIBYTE,
  parts: 2_000,
  sheets: 50,
  cells: 1_200_000,
  elements: 500_000,
  columnDescriptions: 500,
  rows: 200_000,
  columns: 256,
});

/** A size as people read it, rounded up. */
export function inMebibytes(bytes: number): string {
  return bytes < MEBIBYTE ? `${bytes} bytes` : `${Math.ceil(bytes / MEBIBYTE)} MiB`;
}
