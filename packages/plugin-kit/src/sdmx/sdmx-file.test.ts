import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../tests/failure.ts';
import { officialFile } from '../../tests/official-table.ts';
import { tableFile } from '../../tests/small-table.ts';
import { problemList } from '../input/problem-list.ts';
import { type OpenSdmxOptions, openSdmxCsv } from './sdmx-file.ts';
import { sdmxMeaning, sdmxValue } from './sdmx-value.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string, options?: OpenSdmxOptions) {
  const table = await openSdmxCsv(path, options);
  const problems = problemList('The file cannot be loaded');
  const rows = (await Array.fromAsync(table.rows(problems))).flat();
  problems.throwIfAny();
  return { table, rows };
}

async function written(lines: readonly string[], options?: OpenSdmxOptions) {
  return read(await tableFile(folder, 'data.csv', `${lines.join('\n')}\n`), options);
}

describe('openSdmxCsv', () => {
  it('reads version 1.0', async () => {
    const path = officialFile('formats/sdmx-csv-1.0.csv');
    const { table, rows } = await read(path, { territory: ['DER_REP_CTY'] });
    const { rows: _, bytesRead, bytes, findings, file, ...described } = table;
    expect(described).toMatchInlineSnapshot(`
      {
        "code": "BIS:BIS_DER(1.0)",
        "format": "sdmx-csv",
        "institute": null,
        "licence": null,
        "notes": [],
        "numbers": {
          "decimal": ".",
        },
        "retrieved": null,
        "title": "BIS:BIS_DER(1.0)",
        "variables": [
          "FREQ",
          "DER_TYPE",
          "DER_INSTR",
          "DER_RISKs",
          "DER_SECTOR_CPY",
          "DER_CPC",
          "DER_SECTOR_UDL",
          "DER_CURR_LEG1",
          "DER_CURR_LEG2",
          "DER_ISSUE_MAT",
          "DER_RATING",
          "DER_EX_METHOD",
          "DER_BASIS",
          "AVAILABILITY",
          "COLLECTION",
        ],
      }
    `);
    expect(bytesRead()).toBe(bytes);
    expect([findings(), file]).toEqual([[], path]);
    expect(rows).toHaveLength(1000);
    expect(rows.filter(({ text }) => text === 'x')).toHaveLength(640);
    expect(rows[2]).toMatchInlineSnapshot(`
      {
        "codes": [
          "A",
          "U",
          "A",
          "B",
          "A",
          "1E",
          "A",
          "HKD",
          "TO1",
          "A",
          "A",
          "3",
          "C",
          "K",
          "S",
        ],
        "column": 21,
        "content": "",
        "line": 4,
        "name": "",
        "quality": "",
        "territory": "5J",
        "text": "14206.490766",
        "time": "2004",
        "unit": "",
      }
    `);
  });

  it('refuses rows with another number of cells than the header, as a sample of 2.0 has them', async () => {
    const path = officialFile('formats/sdmx-csv-2.0-action.csv');
    expect(await failure(read(path, { territory: ['DER_REP_CTY'] }))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 1 problem, nothing was stored
        sdmx-csv-2.0-action.csv:2: expected 23 cells as in the header, found 22 (and in 19 more rows)"
    `);
  });

  it('reads version 2.0 with its actions, and refuses to take values back', async () => {
    const header = 'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT';
    const row = 'dataflow,A:B(1.0),I,12070,M,2015-Q1,3.5,PS,3';
    const { rows } = await written([header, row, row.replace(',I,', ',R,')]);
    expect(rows[1]).toMatchInlineSnapshot(`
      {
        "codes": [
          "M",
          "PS",
        ],
        "column": 7,
        "content": "",
        "line": 3,
        "name": "",
        "quality": "",
        "territory": "12070",
        "text": "3.5",
        "time": "2015-Q1",
        "unit": "PS x 10^3",
      }
    `);
    const wrong = [row.replace(',I,', ',D,'), row.replace(',I,', ',X,'), row.replace('A:B', 'A:C')];
    expect(await failure(written([header, row, ...wrong, ...wrong]))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 3 problems, nothing was stored
        data.csv:3:3: the row takes a value back (ACTION D), which a file of figures cannot: deliver the whole table without it (and in 1 more row)
        data.csv:4:3: 'X' is no ACTION: expected A, I, R or M (and in 1 more row)
        data.csv:5:2: the row is of A:C(1.0), the file of A:B(1.0): load them one by one (and in 1 more row)"
    `);
  });

  it('reads labels beside codes, and the columns of Eurostat', async () => {
    const { rows, table } = await written(
      [
        'DATAFLOW;LAST UPDATE;freq: Takt;sex: Geschlecht;geo: Gebiet;TIME_PERIOD;OBS_VALUE;OBS_FLAG: Zeichen',
        'ESTAT:X(1.0): Bevölkerung;01/02/24;A: jährlich;M: Männer;12070: Prignitz;2015;7;ep: geschätzt',
        'ESTAT:X(1.0): Bevölkerung;01/02/24;A: jährlich;M: Männer;12071: Lausitz;2015;9;c: geheim',
      ],
      { delimiter: ';' },
    );
    expect(
      rows.map(({ territory, name, codes, text, quality }) => [territory, name, ...codes, text, quality]),
    ).toEqual([
      ['12070', 'Prignitz', 'A', 'M', '7', 'e p'],
      ['12071', 'Lausitz', 'A', 'M', '*', ''],
    ]);
    expect(table).toMatchObject({ code: 'ESTAT:X(1.0)', variables: ['freq', 'sex'] });
    expect(table.findings()).toEqual([
      {
        line: 3,
        message: '1 number is confidential and was not taken over (OBS_CONF, CONF_STATUS or OBS_STATUS)',
      },
    ]);
  });

  it('says what a header lacks', async () => {
    expect(await failure(written(['DATAFLOW,KREIS,OBS_VALUE,OBS_VALUE', 'a,b,c,d']))).toMatchInlineSnapshot(`
      "The SDMX-CSV file cannot be read: 3 problems, nothing was stored
        data.csv:1:4: the column 'OBS_VALUE' stands in column 3 too
        data.csv:1: no column is called REF_AREA or GEO: name the one that holds the key of the territory in 'territory'; there are DATAFLOW, KREIS, OBS_VALUE, OBS_VALUE
        data.csv:1: the column 'TIME_PERIOD' (the time) is missing; there are DATAFLOW, KREIS, OBS_VALUE, OBS_VALUE"
    `);
    expect(await failure(written(['DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE']))).toContain(
      'data.csv: the file has no rows',
    );
    const row = ['DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE', 'a,12070,2015,1'];
    expect(await failure(written(row, { territory: ['KREIS'], time: 'JAHR' }))).toMatchInlineSnapshot(`
      "The SDMX-CSV file cannot be read: 2 problems, nothing was stored
        data.csv:1: the column 'KREIS' (the key of the territory) is missing; there are DATAFLOW, GEO, TIME_PERIOD, OBS_VALUE
        data.csv:1: the column 'JAHR' (the time) is missing; there are DATAFLOW, GEO, TIME_PERIOD, OBS_VALUE"
    `);
  });

  it('looks for nothing in a header of thousands of columns', async () => {
    const wide = `DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE${',A'.repeat(5_000)}`;
    expect(await failure(written([wide, wide]))).toContain(
      'data.csv:1: the header has 5004 columns, more than 500: is this another table, or separated otherwise?',
    );
  });

  it('names the line of a status that is not known or contradicts its value', async () => {
    const header = 'DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS';
    expect(
      await failure(written([header, 'a,12070,2015,1,A', 'a,12070,2016,1,?', 'a,12070,2017,1,M'])),
    ).toMatchInlineSnapshot(`
      "The file cannot be loaded: 2 problems, nothing was stored
        data.csv:3:5: '?' is no code of OBS_STATUS that is known here
        data.csv:4:5: there is a value, '1', but its status says that there is none"
    `);
  });
});

it('a status is a sign of official statistics, and what is confidential is hidden', () => {
  const shown = (value: string, status: string, confidentiality = '', flag = ''): string => {
    const meaning = sdmxMeaning(status, flag, confidentiality);
    const read = typeof meaning === 'string' ? meaning : sdmxValue(meaning, value);
    return typeof read === 'string' ? read : `${read.text} ${read.quality}`.trim();
  };
  const statuses = [...'ABDEFGIJNPRSUVW'];
  expect(Object.fromEntries(statuses.map((status) => [status, shown('5', status)]))).toMatchInlineSnapshot(`
    {
      "A": "5",
      "B": "5 b",
      "D": "5 ()",
      "E": "5 e",
      "F": "5 e",
      "G": "5 ()",
      "I": "5 e",
      "J": "5 ()",
      "N": "5",
      "P": "5 p",
      "R": "5 r",
      "S": "5 ()",
      "U": "5 ()",
      "V": "5 p",
      "W": "5 ()",
    }
  `);
  const missing = [...'AHKLMNOQU'];
  expect(Object.fromEntries(missing.map((status) => [status, shown('', status)]))).toMatchInlineSnapshot(`
    {
      "A": ":",
      "H": ":",
      "K": ":",
      "L": ":l",
      "M": "x",
      "N": ":",
      "O": ":",
      "Q": "*",
      "U": "/",
    }
  `);
  const hidden = [...'ACDNSO'];
  expect(hidden.map((confidentiality) => shown('5', 'A', confidentiality))).toEqual(hidden.map(() => '*'));
  expect([shown('5', 'Q'), shown('5', 'O', 'C'), shown('5', 'A', 'F'), shown('', '', '', 'u')]).toEqual([
    '*',
    '.',
    '5',
    '/',
  ]);
  expect([shown('NaN', 'A'), shown('5', 'M'), shown('5', 'Ä')]).toEqual([
    ':',
    "there is a value, '5', but its status says that there is none",
    "'Ä' is no code of OBS_STATUS that is known here",
  ]);
});
