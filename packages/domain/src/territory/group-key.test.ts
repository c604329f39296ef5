import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGroupKey } from './group-key.ts';
import { parseTerritoryKey } from './territory-key.ts';

test.each(['region-hannover-plus', 'jc-goslar', 'partner6', 'abc'])('%s is the key of a group', (key) => {
  expect(isGroupKey(key)).toBe(true);
});

test.each([
  '',
  'ab',
  '03241',
  'DG',
  '16-nord',
  'Region',
  'region hannover',
  'region_hannover',
  'süd-ost',
  'a--b',
  'abc-',
  'a'.repeat(61),
])("'%s' is none", (key) => {
  expect(isGroupKey(key)).toBe(false);
});

test('no key is an official one and that of a group', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[a-z0-9-]{1,12}$/),
    fc.stringMatching(/^\d{1,12}$/),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(isGroupKey(text) && parseTerritoryKey(text) !== null).toBe(false);
    }),
  );
});
