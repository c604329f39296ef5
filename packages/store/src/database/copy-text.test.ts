import { expect, test } from 'vitest';
import { encodeCopyRow } from './copy-text.ts';

test('encodes nulls, numbers, booleans and the characters that COPY reads', () => {
  expect(encodeCopyRow(['Müritz', null, '', 0.1, -0, 1e21, true, false])).toBe(
    'Müritz\t\\N\t\t0.1\t0\t1e+21\tt\tf\n',
  );
  expect(encodeCopyRow(['a\tb', 'c\nd', 'e\r\nf', String.raw`\N`, String.raw`\.`])).toBe(
    String.raw`a\tb` +
      '\t' +
      String.raw`c\nd` +
      '\t' +
      String.raw`e\r\nf` +
      '\t' +
      String.raw`\\N` +
      '\t\\\\.\n',
  );
});

test('refuses what PostgreSQL cannot keep, and says where', () => {
  expect(() => encodeCopyRow(['fine', 'a\0b'])).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: Value 2 of the row holds the character U+0000, which PostgreSQL cannot store: "a\\u0000b"]`,
  );
  expect(() => encodeCopyRow(['\ud83d'])).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: Value 1 of the row holds half a surrogate pair: "\\ud83d"]`,
  );
  expect(() => encodeCopyRow([1, 2, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: Value 3 of the row is NaN: only finite numbers can be stored.]`,
  );
  expect(() => encodeCopyRow([Number.POSITIVE_INFINITY])).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: Value 1 of the row is Infinity: only finite numbers can be stored.]`,
  );
});
