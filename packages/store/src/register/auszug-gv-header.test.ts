import { expect, test } from 'vitest';
import { auszugGvHeader } from './auszug-gv-header.ts';

const upper = ['Satz-art', 'Text-kenn-zeichen', 'Amtlicher Regionalschlüssel (ARS)', '', '', '', ''];
const quarterly = [
  ['Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 31.03.2021 (1. Quartal)'],
  [],
  [...upper, 'Gemeindename', 'Fläche km2 1)', 'Bevölkerung2)', '', '', '', 'Postleit-zahl3)'],
  ['', '', 'Land', 'RB', 'Kreis', 'VB', 'Gem', '', '', 'insgesamt', 'männlich', 'weiblich', 'je km2', ''],
  ['', '', 'Gebietsstand am 31.03.2021', '', '', '', '', '', '31.12.2019', 'am 31.12.2019', '', '', '', ''],
  [],
];

test('a quarterly sheet states two dates', () => {
  expect(auszugGvHeader(quarterly)).toMatchObject({
    line: 3,
    firstRow: 5,
    missing: [],
    territoryDate: '2021-03-31',
    populationDate: '2019-12-31',
  });
});

test('columns are found by their titles, in any order', () => {
  const reversed = quarterly.map((cells) =>
    Array.from({ length: 14 }, (_, index) => cells[13 - index] ?? ''),
  );
  const columns = auszugGvHeader(quarterly)?.columns;
  const mirrored = auszugGvHeader(reversed)?.columns;
  expect(columns?.get('municipality')).toBe(6);
  expect([...(mirrored ?? [])]).toEqual([...(columns ?? [])].map(([field, column]) => [field, 13 - column]));
});

test.each(['Grad der Verstädterung', 'EU-Stadt-/Landgliederung'])(
  '"%s" is the degree of urbanisation',
  (title) => {
    const withDegree = quarterly.map((cells, row) => (row === 2 ? [...cells, title, ''] : cells));
    expect(auszugGvHeader(withDegree)?.columns.get('degreeOfUrbanisation')).toBe(14);
  },
);

test('a sheet without a degree of urbanisation misses nothing', () => {
  const header = auszugGvHeader(quarterly);
  expect(header?.missing).toEqual([]);
  expect(header?.columns.has('degreeOfUrbanisation')).toBe(false);
});

test('a missing column and a missing date are seen', () => {
  const without = quarterly.map((cells) =>
    cells.map((cell) => (/insgesamt|Gebietsstand/.test(cell) ? '' : cell)),
  );
  expect(auszugGvHeader(without)).toMatchObject({
    missing: ['population'],
    territoryDate: null,
    populationDate: null,
  });
});

test('a table without the word Satzart has no such header', () => {
  expect(auszugGvHeader([['Schlüssel', 'Name'], []])).toBeNull();
});
