import { expect, test } from 'vitest';
import { firstDifference } from './first-difference.ts';

test.each([
  [null, 'a\n', 'The file is missing.'],
  ['a\nb\n', 'a\nc\n', 'Line 2 is "b", it should be "c".'],
  ['a', 'a\nc', 'Line 2 is missing, it should be "c".'],
  ['a\nb', 'a', 'Line 2 and what follows it should not be there.'],
])('%j against %j: %s', (present, wanted, message) => {
  expect(firstDifference(present, wanted)).toBe(message);
});
