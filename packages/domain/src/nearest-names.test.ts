import { expect, test } from 'vitest';
import { nearestNames } from './nearest-names.ts';

const known = ['KREISWEIT_DATA', 'KREISWEIT_DEMO', 'KREISWEIT_LOG', 'population/residents'];

test.each([
  ['KREISWEIT_DATEN', 'KREISWEIT_DATA'],
  ['KREISWEIT_DATE', 'KREISWEIT_DATA'],
  ['kreisweit_demo', 'KREISWEIT_DEMO'],
  ['KREISWEITLOG', 'KREISWEIT_LOG'],
  ['residents', 'population/residents'],
  ['something_else', undefined],
  ['', undefined],
])('%s most likely means %s', (written, meant) => {
  expect(nearestNames(written, known)[0]).toBe(meant);
});

test('all that are near are answered, nearest first', () => {
  expect(nearestNames('places', ['placed', 'palaces', 'children', 'places'])).toEqual([
    'places',
    'placed',
    'palaces',
  ]);
});
