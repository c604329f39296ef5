import type { NumberFormat } from '@kreisweit/domain';
import type { SheetCell } from '../xlsx/workbook-sheet.ts';
import { plainSpaces } from './number-format.ts';

/** The text of a cell as it is meant, or what is wrong with it. */
export type CellText = { readonly text: string } | { readonly problem: string };

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+$/;
const DATE_LIKE =
  /^(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|(?:\d{1,2}\. ?)?(?:Jan|Feb|Mrz|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)[a-zä]*\.?(?: ?\d{2,4})?|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))$/i;

const AS_TEXT = 'give the column the format Text and write it anew';

/** The key of a territory as the cell holds it, digits only; its leading zero may be lost. */
export function keyText(cell: SheetCell): CellText {
  if (cell.kind === 'day') return { problem: `${turnedIntoDate(cell.text)}; ${AS_TEXT}` };
  if (SCIENTIFIC.test(cell.text)) {
    return { problem: `'${cell.text}' is a key in scientific notation, which loses digits; ${AS_TEXT}` };
  }
  return namedText(cell, 'a key');
}

/** The period as the cell holds it; a day as `2015-12-31`. */
export function periodText(cell: SheetCell): CellText {
  return cell.kind === 'day' ? { text: cell.text } : namedText(cell, 'a period');
}

/** The name of a measure, a category, a territory. */
export function labelText(cell: SheetCell, what: string): CellText {
  if (cell.kind === 'day') return { problem: `${turnedIntoDate(cell.text)}; ${AS_TEXT}` };
  if (DATE_LIKE.test(cell.text)) {
    const problem = `'${cell.text}' is no ${what}: a spreadsheet has turned something like '1-2' into a date; ${AS_TEXT}`;
    return { problem };
  }
  return namedText(cell, `a ${what}`);
}

/** The value as a number or a sign, in the way numbers are written in the file. */
export function valueText(cell: SheetCell, { decimal }: NumberFormat): CellText {
  const { kind, isPercent } = cell;
  if (kind === 'number') {
    if (isPercent === true) {
      const shown = plainPercent(cell.text).replace('.', ',');
      const problem = `the cell shows ${shown} %, but holds ${cell.text.replace('.', ',')}: give the column the format Number and write ${shown}`;
      return { problem };
    }
    return { text: cell.text.replace('.', decimal) };
  }
  if (kind === 'day') {
    return { problem: `${turnedIntoDate(cell.text)}; give the column the format Number and write it anew` };
  }
  if (kind === 'boolean') return { problem: `'${cell.text}' is no value: write a number or a sign` };
  if (kind === 'error') return { problem: errorText(cell.text) };
  const text = plainSpaces(cell.text).trim();
  if (DATE_LIKE.test(text)) {
    return {
      problem: `'${text}' is a date; a spreadsheet turns what looks like one, such as 12.5, into it: write the number anew`,
    };
  }
  return looksLikeFormula(text) ? { problem: formulaText(text) } : { text };
}

function namedText({ kind, text }: SheetCell, what: string): CellText {
  if (kind === 'error') return { problem: errorText(text) };
  if (kind === 'boolean') return { problem: `'${text}' is not ${what}` };
  const plain = plainSpaces(text).trim();
  if (plain.includes('\u0000'))
    return { problem: `'${plain}' holds characters that are no text: write it anew` };
  return looksLikeFormula(plain) ? { problem: formulaText(plain) } : { text: plain };
}

/** `=cmd|...`, `@SUM(...)`, `+A1`: a spreadsheet would calculate it, we never do. Signs and signed numbers are none. */
function looksLikeFormula(text: string): boolean {
  return /^(?:[=@]|[+-](?!$|\d|\.\d))/.test(text);
}

function formulaText(text: string): string {
  return `'${text.slice(0, 40)}' looks like a formula and is only a text here: write what it means`;
}

function errorText(text: string): string {
  return `the cell holds the error ${text}: mend its formula, or write the number`;
}

function turnedIntoDate(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `the cell holds a date (${date}.${month}.${year}); a spreadsheet turns what looks like one, such as '1-2', into it`;
}

/** A hundred times a decimal, exactly as it would be typed. */
function plainPercent(text: string): string {
  return String(Number((Number(text) * 100).toPrecision(15)));
}
