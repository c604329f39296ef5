import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { legibleProblems } from '../input/legible-problems.ts';
import { type PartExtent, partExtent } from './part-extent.ts';
import { plainDecimal } from './plain-decimal.ts';
import { isZip, refusedArchive, refusedFile } from './refused-workbook.ts';
import { storedZip } from './stored-zip.ts';
import { unpackZip } from './unpack-zip.ts';
import { inMebibytes, type WorkbookLimits, workbookLimits } from './workbook-limits.ts';
import { EMPTY_CELL, type MergedCells, type SheetCell, type WorkbookSheet } from './workbook-sheet.ts';
import { zipDirectory } from './zip-directory.ts';

/**
 * Reads the sheets of an Excel workbook (.xlsx). Only the parts that hold cells are unpacked, each within its limits; macros,
 * pictures, links to other files and the like are never touched, and formulas never calculated.
 *
 * Throws InputProblems for everything that is no sound workbook, says what it is and what to do.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  limits: WorkbookLimits = workbookLimits,
): Promise<readonly WorkbookSheet[]> {
  const parts = await partsOf(bytes, limits);
  const sheets =
    typeof parts === 'string' ? parts : (boundsProblem(parts, limits) ?? (await sheetsOf(parts)));
  if (typeof sheets !== 'string') return sheets.map(sheetOf);
  throw legibleProblems('The workbook cannot be read', [{ file, message: sheets }]);
}

/** What else a workbook may hold, and what is not even unpacked. */
const NOT_READ =
  /(?:^|\/)(?:drawings|media|charts|chartsheets|pivotTables|pivotCache|externalLinks|comments|threadedComments|persons|printerSettings|embeddings|activeX|ctrlProps|customXml|docProps|tables|slicers|slicerCaches|timelines|timelineCaches|queryTables|richData|model|worksheets\/_rels)(?:\/|\d*\.xml)|(?:^|\/)(?:metadata|calcChain|connections|cellimages)\.xml$/i;

async function partsOf(
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<ReadonlyMap<string, Uint8Array> | string> {
  if (bytes.length > limits.fileBytes) {
    const size = inMebibytes(bytes.length);
    return `the workbook has ${size}, more than ${inMebibytes(limits.fileBytes)}: split it, or save the table as CSV`;
  }
  if (!isZip(bytes)) return refusedFile(bytes);
  const entries = zipDirectory(bytes, limits.parts);
  if (typeof entries === 'string') return entries;
  const refused = refusedArchive(entries);
  if (refused !== null) return refused;
  const wanted = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name) && !NOT_READ.test(name));
  return await unpackZip(bytes, wanted, limits);
}

/** What reaches too far, or uses texts that are not there; null when all parts are sound. */
function boundsProblem(parts: ReadonlyMap<string, Uint8Array>, limits: WorkbookLimits): string | null {
  const extents: (PartExtent & { readonly name: string })[] = [];
  for (const [name, part] of parts) {
    const extent = partExtent(new TextDecoder().decode(part), limits);
    if (extent === null) return `'${name}' in the workbook is damaged (a tag does not end): save it anew`;
    extents.push({ name, ...extent });
  }
  const sheets = extents.filter(({ isSheet }) => isSheet);
  const sum = (count: (extent: PartExtent) => number): number =>
    extents.reduce((total, extent) => total + count(extent), 0);
  const [cells, others, knownTexts] = [
    sum((part) => part.cells),
    sum((part) => part.others),
    sum((part) => (part.isSheet ? 0 : part.texts)),
  ];
  if (sheets.length > limits.sheets) {
    return `the workbook has ${sheets.length} sheets, more than ${limits.sheets}: remove those without figures`;
  }
  for (const { name, rows, columns, highestText, columnDescriptions } of sheets) {
    if (rows > limits.rows || columns > limits.columns) {
      const most = `${limits.rows} rows and ${limits.columns} columns`;
      return `'${name}' in the workbook reaches to row ${rows} and column ${columns}, more than ${most}: remove the cells beyond the table`;
    }
    if (columnDescriptions > limits.columnDescriptions) {
      return `'${name}' in the workbook describes ${columnDescriptions} columns, more than ${limits.columnDescriptions}: save the table as CSV`;
    }
    if (highestText >= knownTexts) {
      return `'${name}' in the workbook uses a text that the workbook does not hold: save it anew`;
    }
  }
  if (cells > limits.cells) {
    return `the workbook has more than ${limits.cells} cells and rows: split it, or save the table as CSV`;
  }
  if (others > limits.elements) {
    return `the workbook holds more than ${limits.elements} texts, styles and the like: save the table as CSV`;
  }
  return null;
}

async function sheetsOf(parts: ReadonlyMap<string, Uint8Array>): Promise<readonly Sheet[] | string> {
  try {
    const { sheets } = await readXlsx(storedZip(parts), { readStyles: true });
    return sheets;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the workbook is damaged (${reason}): open it in Excel or LibreOffice and save it anew`;
  }
}

function sheetOf(sheet: Sheet): WorkbookSheet {
  const { name, rows, cells, merges = [], columns = [], rowDefs = new Map() } = sheet;
  const merged = merges.map(
    ({ startRow, endRow, startCol, endCol }): MergedCells => ({
      fromRow: startRow + 1,
      toRow: endRow + 1,
      fromColumn: startCol + 1,
      toColumn: endCol + 1,
    }),
  );
  const detailsOf = (row: number, column: number): Cell | undefined => cells?.get(`${row - 1},${column - 1}`);
  return {
    name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    cells: (row) => (rows[row - 1] ?? []).map((value, column) => cellOf(value, detailsOf(row, column + 1))),
    cell: (row, column) => cellOf(rows[row - 1]?.[column - 1] ?? null, detailsOf(row, column)),
    hiddenRows: new Set([...rowDefs].filter(([, row]) => row.hidden === true).map(([index]) => index + 1)),
    hiddenColumns: new Set(columns.flatMap(({ hidden }, index) => (hidden === true ? [index + 1] : []))),
    merged,
  };
}

function cellOf(value: CellValue, details: Cell | undefined): SheetCell {
  const content = contentOf(value, details);
  const isFormula = details?.formula !== undefined;
  const isPercent = content.kind === 'number' && isPercentFormat(details?.style?.numFmt);
  if (!isFormula && !isPercent) return content;
  return { ...content, isFormula, isPercent };
}

function contentOf(value: CellValue, details: Cell | undefined): SheetCell {
  if (value === null) return EMPTY_CELL;
  if (details?.type === 'error') return { kind: 'error', text: String(value) };
  if (typeof value === 'number') return { kind: 'number', text: plainDecimal(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'string') {
    // A formula may well say '' (IF(..., "")); one that was never calculated has no value at all.
    return value === '' && details?.formula === undefined ? EMPTY_CELL : { kind: 'text', text: value };
  }
  const isDay = !Number.isNaN(value.getTime()) && value.getTime() % 86_400_000 === 0;
  const text = Number.isNaN(value.getTime()) ? 'an impossible date' : value.toISOString();
  return { kind: 'day', text: isDay ? text.slice(0, 10) : text };
}

/** A `%` that is not quoted or escaped shows a hundred times the number. */
function isPercentFormat(format: string | undefined): boolean {
  return format?.replace(/"[^"]*"|\\./g, '').includes('%') ?? false;
}
