import { flagBits } from './flags.ts';
import type { Status } from './status.ts';

/**
 * A cell of a table, read: the value or the reason why there is none, flags as bits, and the sign as delivered, in its
 * usual spelling (an en dash becomes `-`, an ellipsis `...`). `-` is read as NOT_AVAILABLE with its sign: only a
 * register can prove that it is a zero (rule 8).
 */
export type Cell = {
  readonly value: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly sign: string | null;
};

/** How numbers are written in a file; `thousands` must be declared, else `1.234` is refused as ambiguous. */
export type NumberFormat = { readonly decimal: ',' | '.'; readonly thousands?: '.' | ',' | ' ' };

/** The largest absolute value that is accepted; beyond it formulas could overflow. */
export const LARGEST_VALUE = 1e15;

const STATUS_OF_SIGN: ReadonlyMap<string, Status> = new Map([
  ['-', 'NOT_AVAILABLE'],
  ['.', 'CONFIDENTIAL_OR_UNKNOWN'],
  ['*', 'CONFIDENTIAL'],
  ['...', 'PENDING'],
  ['/', 'UNRELIABLE'],
  ['x', 'NOT_APPLICABLE'],
]);

const USUAL_SPELLING: ReadonlyMap<string, string> = new Map([
  ['–', '-'],
  ['…', '...'],
  ['X', 'x'],
]);

const FLAG_OF_SUFFIX: ReadonlyMap<string, number> = new Map([
  ['p', flagBits.PROVISIONAL],
  ['r', flagBits.REVISED],
  ['e', flagBits.ESTIMATED],
  ['s', flagBits.ESTIMATED],
]);

/**
 * Reads a cell with the signs of official statistics. A text is the answer when it is neither a number nor a sign:
 * it says what is wrong with the cell.
 *
 * @example readCell('(12,5)', { decimal: ',' }) // { value: 12.5, status: 'NORMAL', flags: LIMITED, sign: '()' }
 */
export function readCell(text: string, format: NumberFormat): Cell | string {
  const raw = text.trim();
  const sign = USUAL_SPELLING.get(raw) ?? raw;
  const status = STATUS_OF_SIGN.get(sign);
  if (status !== undefined) return { value: null, status, flags: 0, sign };
  if (raw === '') return 'an empty cell; write a number or a sign ("-" nothing, "." unknown, "..." later)';

  const bracketed = raw.startsWith('(') && raw.endsWith(')');
  const inner = bracketed ? raw.slice(1, -1).trim() : raw;
  const suffix = inner.slice(-1);
  const suffixFlag = FLAG_OF_SUFFIX.get(suffix);
  const number = readNumber(suffixFlag === undefined ? inner : inner.slice(0, -1).trim(), format);
  if (typeof number === 'string') return `'${raw}' ${number}`;
  return {
    value: number,
    status: 'NORMAL',
    flags: (bracketed ? flagBits.LIMITED : 0) | (suffixFlag ?? 0),
    sign: bracketed ? '()' : suffixFlag === undefined ? null : suffix,
  };
}

/** The number, or what is wrong with it. */
function readNumber(text: string, { decimal, thousands }: NumberFormat): number | string {
  if (decimal === thousands)
    return `cannot be read: '${decimal}' is declared both decimal sign and thousands separator`;
  if (/^[+-]?\d[\d.,]*[eE][+-]?\d+$/.test(text))
    return 'is in scientific notation, which loses digits; write it out';
  const digits = thousands === undefined ? text : ungrouped(text, thousands, decimal);
  const other = decimal === ',' ? '.' : ',';
  if (digits.includes(other) && /^[+-]?[\d.,\s]+$/.test(digits)) {
    return thousands === other
      ? `is ambiguous: '${other}' is declared the thousands separator but does not stand between groups of three digits`
      : `is ambiguous: '${other}' is not the decimal sign '${decimal}' and is not declared the thousands separator`;
  }
  const plain = digits.replace(decimal, '.');
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(plain)) return 'is neither a number nor a known sign';
  const value = Number(plain);
  if (Math.abs(value) > LARGEST_VALUE) return 'is larger than any count can be';
  // Adding zero turns negative zero, as in '-0,0', into zero.
  return value + 0;
}

/** Removes thousands separators that stand where they belong; leaves everything else (`0.123` too) to be refused. */
function ungrouped(text: string, thousands: string, decimal: string): string {
  const [whole = '', ...rest] = text.split(decimal);
  const groups = whole.split(thousands);
  const [first = '', ...others] = groups;
  const wellGrouped = /^[+-]?[1-9]\d{0,2}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
  return groups.length > 1 && wellGrouped ? [groups.join(''), ...rest].join(decimal) : text;
}
