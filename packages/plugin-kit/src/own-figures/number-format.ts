import type { NumberFormat } from '@kreisweit/domain';

const GROUPED_BY_POINTS = /^[+-]?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/;
const GROUPED_BY_COMMAS = /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)$/;
const GROUPED_BY_SPACES = /^[+-]?[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/;
/** What stands before and after a number: brackets and the letters of official statistics. */
const AROUND = /^\(\s*|\s*\)$|\s*[pres]$/g;

/** What is longer is no number, and an expression would search it many times. */
const LONGEST_NUMBER = 100;

/** How the file separates its cells: commas there speak for a point in numbers. */
export type Separator = ';' | ',' | '\t' | 'workbook';

/**
 * How the numbers of a file are written, where the file leaves no doubt; else with the decimal comma and without
 * thousands, so that `1.234` is refused. A point is believed when at least two values cannot be read otherwise (one, where
 * commas separate the cells) and none has a comma; thousands when a value has two groups of them, or a group and decimals.
 */
export function numberFormat(values: Iterable<string>, separator: Separator): NumberFormat {
  const seen = { points: 0, commas: 0, byPoints: false, byCommas: false, bySpaces: false };
  for (const value of values) {
    if (value.length > LONGEST_NUMBER || /^\d*$/.test(value)) continue;
    const text = plainSpaces(value).trim().replace(AROUND, '');
    if (GROUPED_BY_POINTS.test(text)) seen.byPoints = true;
    else if (GROUPED_BY_COMMAS.test(text)) seen.byCommas = true;
    else if (GROUPED_BY_SPACES.test(text)) seen.bySpaces = true;
    const decimal = decimalSign(text);
    if (decimal === '.') seen.points++;
    if (decimal === ',') seen.commas++;
  }
  const leastPoints = separator === ',' ? 1 : 2;
  const isPoint = seen.commas === 0 && !seen.byPoints && (seen.byCommas || seen.points >= leastPoints);
  const decimal = isPoint ? '.' : ',';
  if (isPoint && seen.byCommas) return { decimal, thousands: ',' };
  if (!isPoint && seen.byPoints && !seen.byCommas && seen.points === 0) return { decimal, thousands: '.' };
  return seen.bySpaces ? { decimal, thousands: ' ' } : { decimal };
}

/** Spaces that do not break a line separate thousands as others do. */
export function plainSpaces(text: string): string {
  return /[\u00a0\u2009\u202f]/.test(text) ? text.replace(/[\u00a0\u2009\u202f]/g, ' ') : text;
}

/** The decimal sign of a number that cannot be read otherwise: not one group of three digits after one to three. */
function decimalSign(text: string): '.' | ',' | null {
  const found = /^[+-]?(\d+)([.,])(\d+)$/.exec(text.replaceAll(' ', ''));
  if (found === null) {
    if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return ',';
    return /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text) ? '.' : null;
  }
  const [, whole = '', sign, fraction = ''] = found;
  const mayBeGrouped = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  if (mayBeGrouped) return null;
  return sign === '.' ? '.' : ',';
}
