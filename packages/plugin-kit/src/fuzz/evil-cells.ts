const MEGABYTE = 1024 * 1024;

/** What a cell should never hold, as UTF-8. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\t',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org";"1")',
  '+1+1',
  '-1-1',
  '@SUM(A1:A9)',
  '1,2E+11',
  '1.2E-5',
  '1e999',
  '-1e999',
  '1.234',
  '1,234',
  '1.234,5',
  '1 234',
  '1\u00a0234',
  '-0',
  '-0,0',
  '00000000000000000000000000001',
  '999999999999999',
  '1000000000000001',
  '99999999999999999999999999999999',
  '0x10',
  'NaN',
  'Infinity',
  'null',
  '-',
  '–',
  '.',
  '...',
  '…',
  '/',
  'x',
  '()',
  '(',
  '(5)',
  '5p',
  '5 r e',
  '12.05.2015',
  '31.02.2015',
  '2015-13',
  '0000',
  '9999',
  '2014/15',
  '9999/00',
  'Mai 15',
  '1-Feb',
  '44197',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'DG',
  '99',
  '01',
  '1',
  '11001',
  '03153005',
  '160770000000000000',
  '٣٤',
  '\u202e12\u202c',
  '\u200f5',
  '\u200b7',
  '\ufeff8',
  '\ufffd',
  '\u{1f600}',
  'a\u0301'.repeat(200),
  '\u0000',
  'NUL\u0000byte',
  'NUL_x0000_byte',
  'lone\ud800surrogate',
  '\u0001\u0008\u001b[2J\u001b]0;title\u0007',
  '\u0085\u2028\u2029',
  '\r',
  'first\nsecond',
  '"',
  '""',
  '"""',
  '"open',
  'close"',
  'in"side',
  '"a;b,c\td"',
  ';;;;',
  ',,,,',
  '__________',
  '__________\n',
  'GENESIS-Tabelle: 12411-01-01-5',
  'Stand: 99.99.2017 / 99:99:99',
  '© Statistisches Amt, Deutschland, 2017',
  'alle Länder (0000-9999): Gebietsstand 31.02. des Folgejahres',
  'Bayern: Gebietsstand 31.02.2014',
  'population/residents',
  '"'.repeat(5_000),
  ';'.repeat(5_000),
  '\n'.repeat(5_000),
  '('.repeat(5_000),
  '9'.repeat(400),
  'ab '.repeat(3_000),
];

/** Bytes that are no UTF-8: a lone surrogate, an overlong slash, a cut sequence, letters of Latin-1, Windows-1252. */
const BYTES: readonly string[] = [
  '\xed\xa0\x80',
  '\xc0\xaf',
  '\xe2\x82',
  '\xfc\xdf',
  '\x80\x9d',
  '\xff\xfe',
  '\xef\xbb\xbf',
];

/** Made when they are needed: a field of megabytes, a field of quotation marks, a line that does not end. */
const HUGE: readonly (() => string)[] = [
  () => 'A'.repeat(2 * MEGABYTE),
  () => '1'.repeat(3 * MEGABYTE),
  () => '"'.repeat(2 * MEGABYTE),
  () => `"${'x\n'.repeat(MEGABYTE)}`,
  () => '\xc3\xa4'.repeat(3 * MEGABYTE),
  () => ' '.repeat(3 * MEGABYTE),
];

const SMALL: readonly string[] = [...TEXTS.map((text) => Buffer.from(text).toString('latin1')), ...BYTES];

/** The evil cell with a number, each byte as one character. About one in forty is huge. */
export function evilCell(number: number): string {
  const choice = number % (SMALL.length + 3);
  const huge = HUGE[number % HUGE.length];
  return SMALL[choice] ?? huge?.() ?? '';
}

/** The evil cell with a number, none of them huge. */
export function smallEvilCell(number: number): string {
  return SMALL[number % SMALL.length] ?? '';
}

/** The evil cell with a number, as text, none of them huge. */
export function evilText(number: number): string {
  return TEXTS[number % TEXTS.length] ?? '';
}
