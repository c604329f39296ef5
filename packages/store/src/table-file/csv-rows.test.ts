import { expect, test } from 'vitest';
import { type CsvRow, csvRows } from './csv-rows.ts';

test('rows know their lines, with and without quotation marks', () => {
  expect(read('a,b\r\n\r\n1, 2 \n3,')).toEqual(['1: a|b', '3: 1|2', '4: 3|']);
  expect(read('a,b\r\n\r\n"1\n, ""x""",2\n3,4')).toEqual(['1: a|b', '3: 1\n, "x"|2', '5: 3|4']);
});

test('the delimiter is what the beginning has more of', () => {
  expect(read('a;b;c\n"Kiel, Stadt";1;2')).toEqual(['1: a|b|c', '2: Kiel, Stadt|1|2']);
});

test('marks that do not match are told, and the rows around them are read', () => {
  expect(read('a,b\n1,x"y\n3,4\n')).toEqual([
    '1: a|b',
    '2! the quotation marks do not match from here on; use the file as published',
    '3: 3|4',
  ]);
  expect(read('a,b\n1,2\n"x,3\n4,5\n')).toEqual([
    '1: a|b',
    '2: 1|2',
    '3! the quotation marks do not match from here on; use the file as published',
  ]);
});

function read(text: string): readonly string[] {
  const heard: string[] = [];
  csvRows(text, {
    row: ({ line, cells }: CsvRow) => heard.push(`${line}: ${cells.join('|')}`),
    fault: (line, message) => heard.push(`${line}! ${message}`),
  });
  return heard;
}
