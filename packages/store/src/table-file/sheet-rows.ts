import readXlsxFile, { InvalidSpreadsheetError, type Row } from 'read-excel-file/node';

/** The trimmed texts of one row of a sheet, '' for an empty cell. */
export type Cells = readonly string[];

/** A sheet of a workbook: its name and its rows. */
export type NamedSheet = { readonly name: string; readonly rows: readonly Cells[] };

/**
 * The sheets of an XLSX file, or a text that says why there are none. Numbers arrive as the digits in the file, not as
 * what the sheet shows, days as ISO dates. `wanted` is what messages call the content that was expected.
 */
export async function sheetRows(bytes: Buffer, wanted: string): Promise<readonly NamedSheet[] | string> {
  try {
    const sheets = await readXlsxFile(bytes, { parseNumber: (digits) => digits });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(cellTexts) }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return error instanceof InvalidSpreadsheetError
      ? `this is a ZIP file but no XLSX (${reason}); if ${wanted} is inside, unpack it`
      : `the XLSX file does not unpack (${reason}): it is cut off or damaged; fetch it again`;
  }
}

function cellTexts(row: Row<string>): Cells {
  return row.map((cell) => {
    if (cell === null) return '';
    return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
  });
}
