import {
  type Cell,
  flagBits,
  LARGEST_VALUE,
  type NumberFormat,
  readCell,
  type Status,
} from '@kreisweit/domain';

/** Stands in a long table where there is no value and no sign that says why. */
export const NOT_THERE = ':';

/** Stands in a long table where the institute does not collect values at this level. */
export const NOT_COLLECTED = ':l';

const WITHOUT_SIGN: ReadonlyMap<string, Cell> = new Map([
  [NOT_THERE, withoutSign('NOT_AVAILABLE')],
  [NOT_COLLECTED, withoutSign('NOT_COLLECTED_AT_LEVEL')],
]);

function withoutSign(status: Status): Cell {
  return Object.freeze({ value: null, status, flags: 0, sign: null });
}

const FLAG_OF_QUALITY: ReadonlyMap<string, number> = new Map([
  ['p', flagBits.PROVISIONAL],
  ['r', flagBits.REVISED],
  ['e', flagBits.ESTIMATED],
  ['s', flagBits.ESTIMATED],
  ['()', flagBits.LIMITED],
  ['b', flagBits.BREAK],
]);

/** Reads a value and the quality sign beside it; a text says what is wrong. */
export type LongCellReader = (text: string, quality: string, factor: number) => Cell | string;

/**
 * Reads the values of a long table. `quality` holds the signs that stand beside a value (`e`, `()`, `p`, `r`; several with
 * blanks between them), each a flag of its number. One that says why there is no value (`/`, `.`, `*`, `x`, `...`) wins over a
 * number: it must not become known. `factor` is what one unit of the file counts.
 *
 * Values without a number are few and shared.
 */
export function longCellReader(numbers: NumberFormat): LongCellReader {
  const shared = new Map<string, Cell>();
  return (text, quality, factor) => {
    const key = quality === '' ? text : `${text}\u0000${quality}`;
    const known = shared.get(key);
    if (known !== undefined) return known;
    const read = quality === '' ? readText(text, numbers) : withQuality(text, quality, numbers);
    if (typeof read === 'string') return read;
    if (read.value !== null) return factor === 1 ? read : multiplied(read, read.value, factor, text);
    const cell = Object.freeze(read);
    shared.set(key, cell);
    return cell;
  };
}

function readText(text: string, numbers: NumberFormat): Cell | string {
  return WITHOUT_SIGN.get(text) ?? readCell(text, numbers);
}

function withQuality(text: string, quality: string, numbers: NumberFormat): Cell | string {
  let cell = readText(text, numbers);
  if (typeof cell === 'string') return cell;
  for (const sign of quality.split(/\s+/)) {
    const flag = FLAG_OF_QUALITY.get(sign);
    if (flag !== undefined) {
      if (cell.value !== null) cell = { ...cell, flags: cell.flags | flag, sign: cell.sign ?? sign };
      continue;
    }
    const reason = readCell(sign, numbers);
    if (typeof reason === 'string' || reason.value !== null) return `the quality sign '${sign}' is not known`;
    if (cell.value === null) continue;
    if (sign === '-' && cell.value !== 0) return `'${text}' stands beside the sign '-', which says nothing`;
    cell = reason;
  }
  return cell;
}

function multiplied(cell: Cell, value: number, factor: number, text: string): Cell | string {
  // Binary fractions are cut off: 35747.85 x 100 is a whole number.
  const product = Number((value * factor).toPrecision(15));
  if (Math.abs(product) <= LARGEST_VALUE) return { ...cell, value: product };
  return `'${text}' times ${factor} is larger than any count can be`;
}
