/**
 * One row in the text format of COPY, with its newline: tabs between the values, `\N` for null.
 *
 * Booleans become `t` and `f`, numbers their shortest exact form. Arrays, dates and JSON are given as the
 * text that PostgreSQL reads.
 *
 * @throws TypeError for what PostgreSQL cannot keep (U+0000, half a surrogate pair) and for numbers that
 *   are not finite, which are never a value here; it names the place in the row (from 1)
 */
export function encodeCopyRow(values: readonly (string | number | boolean | null)[]): string {
  let row = '';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) row += '\t';
    row += encodeValue(values[index] ?? null, index);
  }
  return `${row}\n`;
}

function encodeValue(value: string | number | boolean | null, index: number): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return encodeText(value, index);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Number.isFinite(value)) return String(value);
  throw new TypeError(`Value ${index + 1} of the row is ${value}: only finite numbers can be stored.`);
}

const special = /[\\\t\n\r\0]/;
const specials = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function encodeText(text: string, index: number): string {
  if (!text.isWellFormed()) {
    throw new TypeError(`Value ${index + 1} of the row holds half a surrogate pair: ${JSON.stringify(text)}`);
  }
  if (!special.test(text)) return text;
  if (text.includes('\0')) {
    throw new TypeError(
      `Value ${index + 1} of the row holds the character U+0000, which PostgreSQL cannot store: ${JSON.stringify(text)}`,
    );
  }
  return text.replace(specials, (character) => escapes[character] ?? character);
}
