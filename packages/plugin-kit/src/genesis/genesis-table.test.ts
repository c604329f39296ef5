import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialTable } from '../../tests/official-table.ts';
import { smallTable, tableFile } from '../../tests/small-table.ts';
import { openGenesisTable, type TableRow } from './genesis-table.ts';

async function* stream(bytes: Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b)) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
  yield bytes.subarray(start);
}

async function rowsOf(source: string | AsyncIterable<Uint8Array>): Promise<readonly TableRow[]> {
  const table = await openGenesisTable(source, { file: 'small.csv' });
  return (await Array.fromAsync(table.rows())).flat();
}

const utf8 = new TextEncoder().encode(smallTable);
const latin1 = Buffer.from(smallTable, 'latin1');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('openGenesisTable', () => {
  it('understands header, rows and footer', async () => {
    const table = await openGenesisTable(await tableFile(folder, 'small.csv', smallTable), {
      file: 'small.csv',
    });
    const { rows, footer, bytesRead, ...described } = table;
    expect(described).toMatchInlineSnapshot(`
      {
        "bytes": 889,
        "categoryColumns": [],
        "code": "12411-01-01-4",
        "columns": [
          {
            "column": 3,
            "date": "2015-12-31",
            "header": [
              "Insgesamt",
            ],
            "unit": "Anzahl",
          },
          {
            "column": 4,
            "date": "2015-12-31",
            "header": [
              "männlich",
            ],
            "unit": "Anzahl",
          },
          {
            "column": 5,
            "date": "2015-12-31",
            "header": [
              "weiblich",
            ],
            "unit": "Anzahl",
          },
          {
            "column": 6,
            "date": "2014-12-31",
            "header": [
              "Insgesamt",
            ],
            "unit": "Anzahl",
          },
          {
            "column": 7,
            "date": "2014-12-31",
            "header": [
              "männlich",
            ],
            "unit": "Anzahl",
          },
          {
            "column": 8,
            "date": "2014-12-31",
            "header": [
              "weiblich",
            ],
            "unit": "Anzahl",
          },
        ],
        "date": null,
        "datedRows": false,
        "file": "small.csv",
        "preamble": [
          "Bevölkerungsstand: Bevölkerung nach Geschlecht",
          "- Stichtag 31.12. -",
          "regionale Tiefe: Kreise und krfr. Städte",
          "Bevölkerungsstand (Anzahl)",
        ],
        "title": "Bevölkerungsstand: Bevölkerung nach Geschlecht - Stichtag 31.12. -",
        "width": 8,
      }
    `);
    expect((await Array.fromAsync(rows())).flat().slice(2, 4)).toMatchInlineSnapshot(`
      [
        {
          "categories": [],
          "cells": [
            "12070",
            "      Prignitz, Landkreis",
            "77",
            "-",
            ".",
            "76",
            "(36)",
            "40",
          ],
          "date": null,
          "key": "12070",
          "line": 10,
          "name": "Prignitz, Landkreis",
        },
        {
          "categories": [],
          "cells": [
            "12072",
            "      Teltow-Fläming, Landkreis",
            "23",
            "11",
            "12",
            "...",
            "/",
            "x",
          ],
          "date": null,
          "key": "12072",
          "line": 11,
          "name": "Teltow-Fläming, Landkreis",
        },
      ]
    `);
    expect(bytesRead()).toBe(utf8.length);
    expect(await footer()).toMatchInlineSnapshot(`
      {
        "boundaryNotes": [
          {
            "boundary": {
              "yearsLater": 1,
            },
            "from": "2011",
            "state": "07",
            "until": null,
          },
        ],
        "institute": "Statistische Ämter des Bundes und der Länder",
        "licence": "dl-de/by-2-0",
        "notes": [
          "ab dem Berichtsjahr 2011: nach dem Zensus 2011",
          "Rheinland-Pfalz (ab 2011): Gebietsstand des Folgejahres",
          "Berlin: auf dem Gebietsstand, der damals galt",
        ],
        "retrieved": "2017-10-10T11:01:03",
        "unreadBoundaryNotes": [
          "Berlin: auf dem Gebietsstand, der damals galt",
        ],
      }
    `);
    expect((await Array.fromAsync(rows())).flat()).toHaveLength(4);
  });

  it('reads the same rows however a stream is cut, in both encodings', async () => {
    const expected = await rowsOf(stream(utf8));
    expect(expected).toHaveLength(4);
    const cuts = fc.array(fc.nat(), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        expect(await rowsOf(stream(utf8, at))).toEqual(expected);
        expect(await rowsOf(stream(latin1, at))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('knows the footer of a stream after its rows, and reads a stream once', async () => {
    const table = await openGenesisTable(stream(utf8));
    await expect(table.footer()).rejects.toThrow('only after all of its rows');
    await Array.fromAsync(table.rows());
    expect((await table.footer()).retrieved).toBe('2017-10-10T11:01:03');
    await expect(Array.fromAsync(table.rows())).rejects.toThrow('a stream can be read only once');
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const table = await openGenesisTable(officialTable('municipalities/12411-01-01-5_00.csv'), options);
    let blocks = 0;
    const reading = (async () => {
      for await (const _ of table.rows()) {
        blocks += 1;
        controller.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(blocks).toBe(1);
    await expect(openGenesisTable('x', options)).rejects.toThrow('enough');
  });
});

describe('every table at hand', () => {
  type Known = readonly [name: string, columns: number, rows: number, categories: number, dates: string];
  const tables: readonly Known[] = [
    ['municipalities/12111-01-01-5_00.csv', 9, 14493, 0, '2011-05-09'],
    ['municipalities/12411-01-01-5_00.csv', 24, 14493, 0, '2008-12-31 to 2015-12-31'],
    ['municipalities/12711-01-03-5_00.csv', 42, 14493, 0, '2015'],
    ['municipalities/13111-01-03-5_00.csv', 6, 14493, 0, '2015-06-30'],
    ['municipalities/13211-01-03-5_00.csv', 7, 14493, 0, '2016'],
    ['districts/12111-01-01-4_00.csv', 9, 526, 0, '2011-05-09'],
    ['districts/12111-08-01-4_00.csv', 5, 4208, 1, '2011-05-09'],
    ['districts/12411-01-01-4.csv', 3, 526, 0, '2015-12-31'],
    ['districts/12411-01-01-4_00.csv', 63, 526, 0, '1995-12-31 to 2015-12-31'],
    ['districts/12411-03-03-4_00.csv', 9, 11572, 1, '2015-12-31'],
    ['districts/12511-01-01-4.csv', 7, 3156, 0, '2011 to 2016'],
    ['districts/12711-03-02-4_00.csv', 12, 33138, 1, '1995 to 2015'],
    ['districts/13111-01-03-4_00.csv', 6, 2104, 0, '2012-06-30 to 2015-06-30'],
    ['districts/13211-01-03-4_00.csv', 7, 8416, 0, '2001 to 2016'],
    ['districts/13211-02-05-4_00.csv', 13, 8416, 0, '2001 to 2016'],
    ['districts/21111-02-06-4.csv', 14, 11046, 0, '1995 to 2015'],
    ['districts/22221-01-01-4_00.csv', 10, 3156, 0, '2010-12-31 to 2015-12-31'],
    ['districts/22811-01-01-4_00.csv', 7, 3156, 0, '2010-12-31 to 2015-12-31'],
  ];

  it.each(tables)('opens %s', async (name, columns, rows, categories, dates) => {
    const table = await openGenesisTable(officialTable(name));
    const found = (await Array.fromAsync(table.rows())).flat();
    const dated = new Set([
      ...found.map(({ date }) => date),
      ...table.columns.map(({ date }) => date),
      table.date,
    ]);
    const sorted = [...dated].filter((date) => date !== null).sort();
    expect(table.code).toBe(/\d{5}-\d\d-\d\d-\d/.exec(name)?.[0]);
    expect([table.columns.length, found.length, table.categoryColumns.length]).toEqual([
      columns,
      rows,
      categories,
    ]);
    expect(sorted.length === 1 ? sorted[0] : `${sorted[0]} to ${sorted.at(-1)}`).toBe(dates);
    expect(found.every(({ cells }) => cells.length === table.width)).toBe(true);
    expect(found[0]).toMatchObject({ key: 'DG', name: 'Deutschland' });
    expect(table.columns.every(({ unit }) => unit === 'Anzahl' || unit === 'Prozent')).toBe(true);
    const footer = await table.footer();
    expect(footer).toMatchObject({
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
    });
    expect(footer.retrieved).toMatch(/^201[78]-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it('reads the boundaries that the footers declare', async () => {
    const table = await openGenesisTable(officialTable('municipalities/12411-01-01-5_00.csv'));
    expect(await table.footer()).toMatchInlineSnapshot(`
      {
        "boundaryNotes": [
          {
            "boundary": {
              "date": "2009-01-01",
            },
            "from": "2008",
            "state": "08",
            "until": "2010",
          },
          {
            "boundary": {
              "date": "2011-01-01",
            },
            "from": "2011",
            "state": "08",
            "until": null,
          },
          {
            "boundary": {
              "yearsLater": 1,
            },
            "from": "2011",
            "state": "07",
            "until": null,
          },
          {
            "boundary": {
              "date": "2014-01-01",
            },
            "from": "2013",
            "state": "15",
            "until": "2013",
          },
        ],
        "institute": "Statistische Ämter des Bundes und der Länder",
        "licence": "dl-de/by-2-0",
        "notes": [
          "ab dem Berichtsjahr 2011: nach dem Zensus 2011",
          "Baden-Württemberg (Berichtsjahr 2008-2010): Gebietsstand 01.01.2009",
          "Baden-Württemberg (ab Berichtsjahr 2011): Gebietsstand 01.01.2011",
          "Berlin: Gemeindetabelle liegt bis 2013 auch für Bezirke vor",
          "Rheinland-Pfalz (ab 2011): Gebietsstand des Folgejahres",
          "Sachsen-Anhalt (2013): Gebietsstand 01.01.2014",
        ],
        "retrieved": "2017-10-10T11:01:03",
        "unreadBoundaryNotes": [],
      }
    `);
  });
});

describe('a file that cannot be read', () => {
  const problemOf = async (content: string | Uint8Array): Promise<string> => {
    const path = await tableFile(folder, 'bad.csv', content);
    const reading = openGenesisTable(path, { file: 'bad.csv' }).then((table) =>
      Array.fromAsync(table.rows()),
    );
    return reading.then(
      () => 'was read',
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'no error'),
    );
  };
  const changed = (from: string | RegExp, to: string): Promise<string> => {
    const text = smallTable.replace(from, to);
    expect(text).not.toBe(smallTable);
    return problemOf(text);
  };

  it('says so when the end is missing', async () => {
    expect(await problemOf(smallTable.slice(0, smallTable.indexOf('_____')))).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv: expected a line '__________' and a footer at its end: the file is cut off; download it again"
    `);
    expect(
      await problemOf(smallTable.slice(0, smallTable.indexOf(' (ab 2011): Geb'))),
    ).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv: the footer is no CSV (cut off?): Quote Not Closed: the parsing is finished with an opening quote at line 4"
    `);
    expect(await problemOf(smallTable.slice(0, 300))).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:7: the file ends before the first row"
    `);
    expect(await problemOf('')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv: the file is empty"
    `);
  });

  it('says so for a stream too, together with the row that broke off', async () => {
    const cut = utf8.subarray(0, utf8.length - 560);
    const reading = rowsOf(stream(cut));
    await expect(reading).rejects.toThrowErrorMatchingInlineSnapshot(`
      [InputProblems: The table cannot be read: 2 problems, nothing was stored
        small.csv:8: expected 8 cells as in the header, found 2
        small.csv: expected a line '__________' and a footer at its end: the file is cut off; download it again]
    `);
  });

  it('names the line of rows that do not fit the header', async () => {
    expect(await changed(/;77;-/g, ';77')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:10: expected 8 cells as in the header, found 7"
    `);
    expect(await changed('      Prignitz', '"Prignitz')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:10: a quotation mark is missing in the line, or one too many"
    `);
  });

  it('explains a header that it does not understand', async () => {
    expect(await changed(';;Insgesamt;m', ';;Insgesamt;;m')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:7: expected 8 cells as in line 6, found 9"
    `);
    expect(
      await changed('GENESIS-Tabelle: 12411-01-01-4', 'statistics_code;statistics_label'),
    ).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:1: expected 'GENESIS-Tabelle: ...' in the first line, but the file begins with 'statistics_code;statistics_label': this is a flat file ('ffcsv'), which the reader 'genesis-flat' reads"
    `);
    expect(await changed(/31\.12\.201\d/g, 'Ende')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:6: no date found: neither above the columns, nor in the first column, nor in the title"
    `);
    expect(await changed(/^;;.*\n/gm, '')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:6: expected header lines before the first row"
    `);
    expect(await changed(/^;;/gm, ';')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:6: expected 2 empty cells above the key and the name, found 1"
    `);
    expect(await changed(/^(DG|12).*\n/gm, '')).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv:8: the table has no rows"
    `);
  });

  it('refuses two tables in one file, a folder and a missing file', async () => {
    expect(await problemOf(smallTable + smallTable)).toMatchInlineSnapshot(`
      "InputProblems: The table cannot be read: 1 problem, nothing was stored
        bad.csv: found '__________' twice: two tables in one file? Load them one by one"
    `);
    await expect(openGenesisTable(folder, { file: 'folder' })).rejects.toThrow('expected a file');
    await expect(openGenesisTable(join(folder, 'none.csv'))).rejects.toThrow('ENOENT');
  });
});
