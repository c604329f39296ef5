import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

test.each([
  [['a', 1, null, ''], 'a,1,,\r\n'],
  [['a,b', 'say "no"', 'two\nlines', 'and\r\n'], '"a,b","say ""no""","two\nlines","and\r\n"\r\n'],
  [['=1+1', '+49', '-3', '@SUM(A1)', '\tx', '\rx'], "'=1+1,'+49,'-3,'@SUM(A1),'\tx,\"'\rx\"\r\n"],
  [['a=1', ' =1', "'=1", -3], "a=1, =1,'=1,'-3\r\n"],
  [['=a,b', '="x"'], '"\'=a,b","\'=""x"""\r\n'],
])('%j is written so that no spreadsheet runs it', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test('is read back as it was, but for the apostrophe before a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', '-', "'", '\t', 'ö', '@') });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      const read = cellsOf(csvLine(cells));
      expect(read).toEqual(cells.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
      for (const text of read) expect(text).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

/** A reader of one line, of its own: character by character. */
function cellsOf(line: string): readonly string[] {
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < line.length - 2; at += 1) {
    const character = line[at];
    const doubled = quoted && character === '"' && line[at + 1] === '"';
    if (character === '"' && !doubled) quoted = !quoted;
    else if (character === ',' && !quoted) cells.push('');
    else cells.push(`${cells.pop()}${character}`);
    if (doubled) at += 1;
  }
  return cells;
}
