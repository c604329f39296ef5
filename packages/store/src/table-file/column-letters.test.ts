import { expect, test } from 'vitest';
import { columnLetters } from './column-letters.ts';

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});
