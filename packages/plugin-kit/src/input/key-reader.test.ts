import { expect, it } from 'vitest';
import { keyReader } from './key-reader.ts';

it('restores a lost leading zero, and tells it once', () => {
  const keys = keyReader('district');
  expect(
    ['12070', '8222', ' 9162', '3151401', '91', 'DG'].map((key, index) => keys.read(key, index + 2, 1)),
  ).toEqual(['12070', '08222', '09162', '03151401', '091', 'DG']);
  expect(keys.findings()).toEqual([
    {
      message: "the key of 4 rows had lost its leading zero, which was restored ('8222' is 08222)",
      line: 3,
      column: 1,
    },
  ]);
  expect(keyReader('district').findings()).toEqual([]);
});

it('restores the keys of municipalities and of the long register key', () => {
  const keys = keyReader('municipality');
  expect(['7131003', '91620000', '92760130130', '1051044'].map((key) => keys.read(key, 1))).toEqual([
    '07131003',
    '091620000',
    '092760130130',
    '01051044',
  ]);
});

it('refuses what no zero makes a key', () => {
  const keys = keyReader('district');
  expect(['99', '120', '1207 2', '', '0', '01207012', 'Prignitz'].map((key) => keys.read(key, 1))).toEqual([
    null,
    '120',
    null,
    null,
    null,
    '01207012',
    null,
  ]);
});
