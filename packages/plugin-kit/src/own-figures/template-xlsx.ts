import { type Cell, type DataValidation, writeXlsx } from 'hucre/xlsx';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { columnLetter } from '../xlsx/column-letter.ts';
import { type TemplateColumn, templateColumns } from './template-columns.ts';
import { templateNotes } from './template-notes.ts';
import type { TemplateRow } from './template-rows.ts';
import { templateSheets } from './template-sheets.ts';
import { isCounted, isWhole } from './value-rules.ts';

const WIDTHS: Readonly<Record<TemplateColumn['kind'], number>> = {
  key: 14,
  name: 28,
  period: 11,
  measure: 34,
  dimension: 26,
  value: 14,
  note: 40,
};

const LISTED: readonly TemplateColumn['kind'][] = ['period', 'measure', 'dimension'];
const BOLD = { font: { bold: true } } as const;

/**
 * A template as an Excel workbook: a sheet to fill in, with a frozen header, keys as texts, drop-downs, and a rule for values
 * (a number from zero on, or a sign); a sheet that explains the measures and signs in German and English; and the lists of the
 * drop-downs on a hidden one. Everything but the value is a text, so that no spreadsheet makes a date of it.
 */
export async function writeTemplateXlsx(
  rows: readonly TemplateRow[],
  plugin: IndicatorPlugin,
): Promise<Uint8Array> {
  const columns = templateColumns(rows);
  const last = rows.length + 1;
  const lists = columns.flatMap((column, index) =>
    LISTED.includes(column.kind) ? [{ index, texts: [...new Set(rows.map(column.text))] }] : [],
  );
  const bold = (line: number, width: number): [string, Partial<Cell>][] =>
    Array.from({ length: width }, (_, column) => [`${line},${column}`, { style: BOLD }]);
  const notes = templateNotes(plugin, rows).map((line) => [...line]);
  const boldNotes = notes.flatMap((line, index) =>
    index === 0 || isHeading(line) ? bold(index, line.length) : [],
  );

  return await writeXlsx({
    sheets: [
      {
        name: templateSheets.figures,
        columns: columns.map(({ kind }) => ({
          width: WIDTHS[kind],
          ...(kind === 'value' ? {} : { numFmt: '@' }),
        })),
        rows: [
          columns.map(({ header }) => header),
          ...rows.map((row) => columns.map(({ text }) => text(row) || null)),
        ],
        cells: new Map(bold(0, columns.length)),
        freezePane: { rows: 1 },
        dataValidations:
          rows.length === 0
            ? []
            : [
                ...lists.map(({ index, texts }, list) =>
                  dropDown(columnLetter(index + 1), last, list, texts.length),
                ),
                valueRule(
                  columnLetter(columns.findIndex(({ kind }) => kind === 'value') + 1),
                  last,
                  rows,
                  plugin,
                ),
              ],
      },
      {
        name: templateSheets.notes,
        columns: [34, 34, 34, 40, 40, 18, 30, 30].map((width) => ({ width })),
        rows: notes,
        cells: new Map(boldNotes),
      },
      {
        name: templateSheets.lists,
        rows: transposed(lists.map(({ texts }) => texts)),
        hidden: true,
      },
    ],
  });
}

/** The two lines of headers begin with the German and the English word. */
function isHeading([first = '']: readonly string[]): boolean {
  return first.includes(' - ') && !first.includes('/');
}

function dropDown(letter: string, last: number, list: number, length: number): DataValidation {
  const column = columnLetter(list + 1);
  return {
    type: 'list',
    range: `${letter}2:${letter}${last}`,
    formula1: `${templateSheets.lists}!$${column}$1:$${column}$${length}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Unbekannt - unknown',
    errorMessage: 'Bitte aus der Liste wählen. - Please choose from the list.',
  };
}

/**
 * One rule for all values of the column: a number, or one of the signs. Only where all measures count something is what it does not
 * know refused; else it warns, for an amount of money may be below zero.
 */
function valueRule(
  letter: string,
  last: number,
  rows: readonly TemplateRow[],
  plugin: IndicatorPlugin,
): DataValidation {
  const names = new Set(rows.map(({ measure }) => measure.slice(measure.indexOf('/') + 1)));
  const measures = [...names].flatMap((name) => plugin.measures[name] ?? []);
  const whole = measures.every(isWhole);
  const cell = `${letter}2`;
  const signs = ['-', '.', '...', '/', 'x', '*'].map((sign) => `${cell}="${sign}"`).join(',');
  const number = whole ? `AND(${cell}>=0,${cell}=INT(${cell}))` : `${cell}>=0`;
  return {
    type: 'custom',
    range: `${cell}:${letter}${last}`,
    formula1: `IF(ISNUMBER(${cell}),${number},OR(${signs}))`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: measures.every(isCounted) ? 'stop' : 'warning',
    errorTitle: 'Wert - value',
    errorMessage: whole
      ? 'Bitte eine ganze Zahl ab 0 oder eines der Zeichen - . ... / x eintragen. - Please enter a whole number from 0 on, or a sign.'
      : 'Bitte eine Zahl ab 0 oder eines der Zeichen - . ... / x eintragen. - Please enter a number from 0 on, or a sign.',
  };
}

function transposed(columns: readonly (readonly string[])[]): (string | null)[][] {
  const length = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length }, (_, row) => columns.map((column) => column[row] ?? null));
}
