import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import { arrayOf } from './array-text.ts';

const NUMERIC_ARRAY: number = 1231;
const TEXT_ARRAY: number = 1009;
const numbers = arrayOf(Number);
const words = arrayOf((text) => text);

test('splits plain arrays and keeps NULL', () => {
  expect(numbers('{}')).toEqual([]);
  expect(numbers('{NULL}')).toEqual([null]);
  expect(numbers('{1,NULL,-2.5e-7}')).toEqual([1, null, -2.5e-7]);
  expect(words('{OK,NULL,INCOMPLETE}')).toEqual(['OK', null, 'INCOMPLETE']);
});

test('reads quotes, dimensions and lower bounds', () => {
  expect(words(String.raw`{"a,b","NULL",NULL,"say \"hi\"","\\N",""}`)).toEqual([
    'a,b',
    'NULL',
    null,
    'say "hi"',
    String.raw`\N`,
    '',
  ]);
  expect(numbers('{{1,2},{NULL,4}}')).toEqual([
    [1, 2],
    [null, 4],
  ]);
  expect(numbers('[0:2]={1,2,3}')).toEqual([1, 2, 3]);
});

test('agrees with the parser of pg', () => {
  const number = fc.option(fc.double({ noNaN: true }), { nil: null });
  fc.assert(
    fc.property(fc.array(number), (values) => {
      const text = `{${values.map((value) => value ?? 'NULL').join(',')}}`;
      expect(numbers(text)).toEqual(pg.types.getTypeParser(NUMERIC_ARRAY)(text));
    }),
  );
  const word = fc.option(fc.string(), { nil: null });
  fc.assert(
    fc.property(fc.array(word), (values) => {
      const quoted = values.map((value) =>
        value === null ? 'NULL' : `"${value.replace(/["\\]/g, String.raw`\$&`)}"`,
      );
      const text = `{${quoted.join(',')}}`;
      expect(words(text)).toEqual(pg.types.getTypeParser(TEXT_ARRAY)(text));
    }),
  );
});
