import readXlsxFile, { InvalidSpreadsheetError, type Row } from 'read-excel-file/node';

/** A sheet of a workbook: its name and the texts of its cells, '' for an empty one. */
export type NamedSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/**
 * The sheets of an XLSX file, or a text that says why there are none. Numbers arrive as the digits in the
 * file, days as ISO dates.
 */
export async function sheetRows(bytes: Buffer): Promise<readonly NamedSheet[] | string> {
  try {
    const sheets = await readXlsxFile(bytes, { parseNumber: (digits) => digits });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(cellTexts) }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return error instanceof InvalidSpreadsheetError
      ? `this is a ZIP file but no XLSX (${reason}); if the list is inside, unpack it`
      : `the XLSX file does not unpack (${reason}): it is cut off or damaged; fetch it again`;
  }
}

function cellTexts(row: Row<string>): readonly string[] {
  return row.map((cell) => {
    if (cell === null) return '';
    return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
  });
}
