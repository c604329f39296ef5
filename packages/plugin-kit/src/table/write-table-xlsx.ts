import { type Cell, type DataValidation, writeXlsx } from 'hucre/xlsx';
import { columnLetter } from '../xlsx/column-letter.ts';
import { guardedText } from './formula-guard.ts';
import type { WrittenCell, WrittenTable } from './written-table.ts';

const BOLD = { font: { bold: true } } as const;
const LAST_ROW = 10_000;
/** A drop-down with its own list takes no more characters. */
const LONGEST_LIST = 255;

/**
 * Tables as an Excel workbook, a sheet each, its header in bold and in sight. Texts have the format Text, so that no spreadsheet makes dates or numbers of
 * keys; columns with choices have a drop-down, which warns of what is none of them. What would be a formula in CSV has an apostrophe
 * before it here too, so that a workbook may be saved as CSV.
 */
export async function writeTableXlsx(tables: readonly WrittenTable[]): Promise<Uint8Array> {
  return await writeXlsx({ sheets: tables.map(sheetOf) });
}

function sheetOf({ name, columns, rows }: WrittenTable) {
  const isNumeric = (column: number): boolean => rows.some((row) => typeof row[column] === 'number');
  return {
    name,
    columns: columns.map(({ width }, index) => ({ width, ...(isNumeric(index) ? {} : { numFmt: '@' }) })),
    rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(xlsxCell))],
    cells: new Map(columns.map((_, index): [string, Partial<Cell>] => [`0,${index}`, { style: BOLD }])),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ choices }, index) => dropDown(columnLetter(index + 1), choices)),
  };
}

/** What XML cannot hold, and what a reader of workbooks would take for such a character written out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is written out
const ESCAPED = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi;

function xlsxCell(cell: WrittenCell): WrittenCell {
  if (typeof cell !== 'string') return cell;
  return guardedText(cell).replace(
    ESCAPED,
    (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
  );
}

function dropDown(letter: string, choices: readonly string[] | null): readonly DataValidation[] {
  if (choices === null || choices.join(',').length > LONGEST_LIST) return [];
  return [
    {
      type: 'list',
      range: `${letter}2:${letter}${LAST_ROW}`,
      values: [...choices],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: 'Unbekannt - unknown',
      errorMessage: 'Bitte aus der Liste wählen. - Please choose from the list.',
    },
  ];
}
