import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const known = ['KREISWEIT_DATA', 'KREISWEIT_DEMO', 'KREISWEIT_LOG'];

test.each([
  ['KREISWEIT_DATEN', 'KREISWEIT_DATA'],
  ['KREISWEIT_DATE', 'KREISWEIT_DATA'],
  ['kreisweit_demo', 'KREISWEIT_DEMO'],
  ['KREISWEITLOG', 'KREISWEIT_LOG'],
  ['SOMETHING_ELSE', null],
  ['', null],
])('%s most likely means %s', (mistyped, meant) => {
  expect(nearestName(mistyped, known)).toBe(meant);
});

test('there is no nearest of none', () => {
  expect(nearestName('x', [])).toBeNull();
});
