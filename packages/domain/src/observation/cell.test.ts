import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, LARGEST_VALUE, type NumberFormat, readCell } from './cell.ts';
import { bitsOfFlags, flagsOfBits } from './flags.ts';
import { statuses } from './status.ts';

const GERMAN: NumberFormat = { decimal: ',' };
const ENGLISH: NumberFormat = { decimal: '.' };
const formats: readonly NumberFormat[] = [
  GERMAN,
  ENGLISH,
  { decimal: ',', thousands: '.' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: ',' },
  { decimal: '.', thousands: ' ' },
];
const format = fc.constantFrom(...formats);

/** A number as its digits: up to 15 before and 6 behind the decimal sign, written without an exponent. */
const decimalNumber = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
    fc.integer({ min: 0, max: 999_999 }),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([negative, whole, fraction, places]) => ({
    sign: negative ? '-' : '',
    whole: String(whole),
    fraction: places === 0 ? '' : String(fraction).padStart(6, '0').slice(0, places),
  }));

type Digits = { readonly sign: string; readonly whole: string; readonly fraction: string };

function written(
  { sign, whole, fraction }: Digits,
  { decimal, thousands }: NumberFormat,
  grouped: boolean,
): string {
  const separator = grouped ? (thousands ?? '') : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, separator) + (fraction === '' ? '' : decimal + fraction);
}

const numberOf = ({ sign, whole, fraction }: Digits) =>
  Number(`${sign}${whole}.${fraction === '' ? 0 : fraction}`) + 0;
const number = (value: number): Cell => ({ value, status: 'NORMAL', flags: 0, sign: null });

describe('a number', () => {
  test('is read as it was written, in every format, grouped or not', () => {
    fc.assert(
      fc.property(decimalNumber, format, fc.boolean(), (digits, form, grouped) => {
        expect(readCell(written(digits, form, grouped), form)).toEqual(number(numberOf(digits)));
      }),
      { numRuns: 500 },
    );
  });

  test('is never read as another one where the format is not the declared one', () => {
    fc.assert(
      fc.property(decimalNumber, format, format, fc.boolean(), (digits, form, declared, grouped) => {
        const text = written(digits, form, grouped);
        const read = readCell(text, declared);
        // With one separator in it a text can be well formed in both formats: the declared one decides.
        const separators = text.replace(/[^.,]/g, '').length;
        if (typeof read !== 'string' && separators !== 1) expect(read.value).toBe(numberOf(digits));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['1234', GERMAN, 1234],
    ['+7', GERMAN, 7],
    ['12,50', GERMAN, 12.5],
    ['12.50', ENGLISH, 12.5],
    ['1.234.567,8', { decimal: ',', thousands: '.' }, 1234567.8],
    ['1.234', { decimal: ',', thousands: '.' }, 1234],
    ['1234', { decimal: ',', thousands: '.' }, 1234],
    ['1 234,5', { decimal: ',', thousands: ' ' }, 1234.5],
    ['-0', GERMAN, 0],
    ['-0,0', GERMAN, 0],
    [' 5 ', GERMAN, 5],
    ['1000000000000000', GERMAN, LARGEST_VALUE],
  ] satisfies [string, NumberFormat, number][])('%j in %j is %d', (text, form, value) => {
    expect(readCell(text, form)).toEqual(number(value));
  });

  test.each([
    [
      '1.234',
      GERMAN,
      "'1.234' is ambiguous: '.' is not the decimal sign ',' and is not declared the thousands separator",
    ],
    [
      '1,234',
      ENGLISH,
      "'1,234' is ambiguous: ',' is not the decimal sign '.' and is not declared the thousands separator",
    ],
    [
      '0.123',
      { decimal: ',', thousands: '.' },
      "'0.123' is ambiguous: '.' is declared the thousands separator but does not stand between groups of three digits",
    ],
    [
      '12.34',
      { decimal: ',', thousands: '.' },
      "'12.34' is ambiguous: '.' is declared the thousands separator but does not stand between groups of three digits",
    ],
    ['1 234', GERMAN, "'1 234' is neither a number nor a known sign"],
    ['12 34', { decimal: ',', thousands: ' ' }, "'12 34' is neither a number nor a known sign"],
    ['1,2,3', GERMAN, "'1,2,3' is neither a number nor a known sign"],
    [',5', GERMAN, "',5' is neither a number nor a known sign"],
    ['5,', GERMAN, "'5,' is neither a number nor a known sign"],
    ['1e5', GERMAN, "'1e5' is in scientific notation, which loses digits; write it out"],
    ['1,5E+12', GERMAN, "'1,5E+12' is in scientific notation, which loses digits; write it out"],
    ['1000000000000001', GERMAN, "'1000000000000001' is larger than any count can be"],
    ['-9999999999999999', GERMAN, "'-9999999999999999' is larger than any count can be"],
    [
      '1,5',
      { decimal: ',', thousands: ',' },
      "'1,5' cannot be read: ',' is declared both decimal sign and thousands separator",
    ],
    ['(12x)', GERMAN, "'(12x)' is neither a number nor a known sign"],
    ['()', GERMAN, "'()' is neither a number nor a known sign"],
    ['(', GERMAN, "'(' is neither a number nor a known sign"],
    ['e', GERMAN, "'e' is neither a number nor a known sign"],
    ['NaN', GERMAN, "'NaN' is neither a number nor a known sign"],
    ['Infinity', GERMAN, "'Infinity' is neither a number nor a known sign"],
    ['0x10', GERMAN, "'0x10' is neither a number nor a known sign"],
    ['١٢', GERMAN, "'١٢' is neither a number nor a known sign"],
    ['constructor', GERMAN, "'constructor' is neither a number nor a known sign"],
    ['__proto__', GERMAN, "'__proto__' is neither a number nor a known sign"],
    ['\ud800', GERMAN, "'\ud800' is neither a number nor a known sign"],
    ['', GERMAN, 'an empty cell; write a number or a sign ("-" nothing, "." unknown, "..." later)'],
    [' \u00a0', GERMAN, 'an empty cell; write a number or a sign ("-" nothing, "." unknown, "..." later)'],
  ] satisfies [string, NumberFormat, string][])('%j in %j is refused', (text, form, problem) => {
    expect(readCell(text, form)).toBe(problem);
  });
});

test('the signs of official statistics', () => {
  const signs = ['-', '–', '.', '*', '...', '…', '/', 'x', 'X', ' . '];
  expect(
    signs.map((text) => {
      const cell = readCell(text, GERMAN);
      return typeof cell === 'string'
        ? cell
        : `${text} -> ${cell.value} ${cell.status} ${cell.flags} ${cell.sign}`;
    }),
  ).toMatchInlineSnapshot(`
    [
      "- -> null NOT_AVAILABLE 0 -",
      "– -> null NOT_AVAILABLE 0 -",
      ". -> null CONFIDENTIAL_OR_UNKNOWN 0 .",
      "* -> null CONFIDENTIAL 0 *",
      "... -> null PENDING 0 ...",
      "… -> null PENDING 0 ...",
      "/ -> null UNRELIABLE 0 /",
      "x -> null NOT_APPLICABLE 0 x",
      "X -> null NOT_APPLICABLE 0 x",
      " .  -> null CONFIDENTIAL_OR_UNKNOWN 0 .",
    ]
  `);
});

test.each([
  ['(12,5)', 12.5, ['LIMITED'], '()'],
  ['( 12 )', 12, ['LIMITED'], '()'],
  ['12p', 12, ['PROVISIONAL'], 'p'],
  ['12 r', 12, ['REVISED'], 'r'],
  ['1,5e', 1.5, ['ESTIMATED'], 'e'],
  ['12s', 12, ['ESTIMATED'], 's'],
  ['(12e)', 12, ['ESTIMATED', 'LIMITED'], '()'],
] as const)('%j keeps its number and is flagged', (text, value, flags, sign) => {
  expect(readCell(text, GERMAN)).toEqual({ value, status: 'NORMAL', flags: bitsOfFlags(flags), sign });
});

test('whatever a cell holds, a number is finite and stands beside NORMAL, a sign beside no number', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,-+()eprsxX/*… ') }),
    fc.constantFrom('constructor', '__proto__', 'hasOwnProperty', 'toString'),
  );
  fc.assert(
    fc.property(cell, format, (text, form) => {
      const read = readCell(text, form);
      if (typeof read === 'string') {
        expect(read).not.toBe('');
        return;
      }
      expect(statuses).toContain(read.status);
      expect(read.value === null).toBe(read.status !== 'NORMAL');
      expect(Object.is(read.value, -0)).toBe(false);
      if (read.value !== null) expect(Math.abs(read.value)).toBeLessThanOrEqual(LARGEST_VALUE);
      expect(bitsOfFlags(flagsOfBits(read.flags))).toBe(read.flags);
    }),
    { numRuns: 500 },
  );
});
