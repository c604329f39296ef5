import { beforeAll, describe, expect, test } from 'vitest';
import type { ChangeList } from './change-list.ts';
import { readChangeList } from './read-change-list.ts';
import { realChangeLists } from './real-change-lists.ts';

describe('the changes of 2023', () => {
  let text: ChangeList;
  let sheet: ChangeList;
  beforeAll(async () => {
    [text, sheet] = await Promise.all([
      readChangeList(realChangeLists.text2023),
      readChangeList(realChangeLists.sheet2023),
    ]);
  });

  test('are the same in both files, three lines further down in the sheet', () => {
    expect(text.changes.map((change) => ({ ...change, line: change.line + 3 }))).toEqual(sheet.changes);
    expect([text.file, sheet.file]).toEqual([
      'gebietsaenderungen_2023.csv',
      'namens-grenz-aenderungen-2023.xlsx',
    ]);
  });

  test('have these counts', () => {
    const countBy = (label: (change: ChangeList['changes'][number]) => string) =>
      Object.fromEntries([...Map.groupBy(text.changes, label)].map(([key, group]) => [key, group.length]));
    expect({
      from: text.from,
      until: text.until,
      changes: text.changes.length,
      byKinds: countBy(({ kinds }) => kinds.join(' + ')),
      byTerritory: countBy(({ from }) => from.kind),
      byDay: countBy(({ statisticalOn }) => statisticalOn),
      piecesThatStay: text.changes.filter(
        ({ kinds, from, to }) => kinds.includes('PART_MOVED') && from.ars === to.ars,
      ).length,
    }).toMatchInlineSnapshot(`
      {
        "byDay": {
          "2023-01-01": 22,
          "2023-02-01": 4,
          "2023-03-01": 2,
          "2023-06-01": 14,
          "2023-07-01": 5,
          "2023-08-01": 1,
          "2023-10-01": 4,
          "2023-11-01": 4,
          "2023-12-01": 2,
        },
        "byKinds": {
          "DISSOLVED": 28,
          "KEY_CHANGED": 10,
          "KEY_CHANGED + NAME_CHANGED": 2,
          "NAME_CHANGED": 8,
          "PART_MOVED": 10,
        },
        "byTerritory": {
          "association": 15,
          "municipality": 43,
        },
        "changes": 58,
        "from": "2023-01-01",
        "piecesThatStay": 5,
        "until": "2023-12-31",
      }
    `);
  });

  test('a municipality is dissolved, with its association', () => {
    expect(text.changes.filter(({ reference }) => reference === '06/2023/0002-R')).toMatchInlineSnapshot(`
      [
        {
          "areaSquareMetres": null,
          "from": {
            "ags": null,
            "ars": "066350005",
            "kind": "association",
            "name": "Bromskirchen",
          },
          "kinds": [
            "DISSOLVED",
          ],
          "legalOn": "2023-01-01",
          "line": 2,
          "population": null,
          "reference": "06/2023/0002-R",
          "statisticalOn": "2023-01-01",
          "to": {
            "ags": null,
            "ars": "066350001",
            "kind": "association",
            "name": "Allendorf (Eder)",
          },
        },
        {
          "areaSquareMetres": 35221465,
          "from": {
            "ags": "06635005",
            "ars": "066350005005",
            "kind": "municipality",
            "name": "Bromskirchen",
          },
          "kinds": [
            "DISSOLVED",
          ],
          "legalOn": "2023-01-01",
          "line": 3,
          "population": 1917,
          "reference": "06/2023/0002-R",
          "statisticalOn": "2023-01-01",
          "to": {
            "ags": "06635001",
            "ars": "066350001001",
            "kind": "municipality",
            "name": "Allendorf (Eder)",
          },
        },
      ]
    `);
  });

  test('a part is moved: the piece, and what stays', () => {
    expect(text.changes.filter(({ reference }) => reference === '12/2021/0013-R')).toMatchInlineSnapshot(`
      [
        {
          "areaSquareMetres": 45447,
          "from": {
            "ags": "12065251",
            "ars": "120650251251",
            "kind": "municipality",
            "name": "Oberkrämer",
          },
          "kinds": [
            "PART_MOVED",
          ],
          "legalOn": "2021-10-01",
          "line": 58,
          "population": 86,
          "reference": "12/2021/0013-R",
          "statisticalOn": "2023-12-01",
          "to": {
            "ags": "12065332",
            "ars": "120650332332",
            "kind": "municipality",
            "name": "Velten, Stadt",
          },
        },
        {
          "areaSquareMetres": 103619465,
          "from": {
            "ags": "12065251",
            "ars": "120650251251",
            "kind": "municipality",
            "name": "Oberkrämer",
          },
          "kinds": [
            "PART_MOVED",
          ],
          "legalOn": "2021-10-01",
          "line": 59,
          "population": 11747,
          "reference": "12/2021/0013-R",
          "statisticalOn": "2023-12-01",
          "to": {
            "ags": "12065251",
            "ars": "120650251251",
            "kind": "municipality",
            "name": "Oberkrämer",
          },
        },
      ]
    `);
  });

  test('an association changes key and name at once', () => {
    expect(text.changes.find(({ from }) => from.ars === '010585859')).toMatchInlineSnapshot(`
      {
        "areaSquareMetres": null,
        "from": {
          "ags": null,
          "ars": "010585859",
          "kind": "association",
          "name": "Molfsee",
        },
        "kinds": [
          "KEY_CHANGED",
          "NAME_CHANGED",
        ],
        "legalOn": "2023-06-01",
        "line": 37,
        "population": null,
        "reference": "01/2023/0005-R",
        "statisticalOn": "2023-06-01",
        "to": {
          "ags": null,
          "ars": "010585896",
          "kind": "association",
          "name": "Eidertal",
        },
      }
    `);
  });

  test('are frozen', () => {
    expect([text, text.changes, text.changes[0], text.changes[0]?.from].every(Object.isFrozen)).toBe(true);
  });
});
