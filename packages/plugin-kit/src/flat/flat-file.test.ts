import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../tests/failure.ts';
import { officialFile } from '../../tests/official-table.ts';
import { tableFile } from '../../tests/small-table.ts';
import { problemList } from '../input/problem-list.ts';
import type { LongRow } from '../long/long-table.ts';
import { type OpenFlatOptions, openFlatFile } from './flat-file.ts';
import { timePart } from './time-part.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const HEADER =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q';
const ROW =
  '12411;Stand;STAG;Stichtag;2024-12-31;KREISE;Kreise;12070;Prignitz;GES;Geschlecht;GESM;männlich;7;Anzahl;BEV;Bevölkerung;e';

async function rowsOf(path: string, options?: OpenFlatOptions): Promise<readonly LongRow[]> {
  const table = await openFlatFile(path, options);
  const problems = problemList('The file cannot be loaded');
  const rows = await Array.fromAsync(table.rows(problems));
  problems.throwIfAny();
  return rows.flat();
}

async function written(lines: readonly string[], options?: OpenFlatOptions): Promise<readonly LongRow[]> {
  return rowsOf(await tableFile(folder, 'flat.csv', `\ufeff${lines.join('\n')}\n`), options);
}

describe('openFlatFile', () => {
  it('reads the newer style', async () => {
    const path = officialFile('observations/flat/13111-01-03-4_1773175029986_de_flat.csv');
    const { rows: _, bytesRead, findings, file, ...table } = await openFlatFile(path);
    expect(table).toMatchInlineSnapshot(`
      {
        "bytes": 938847,
        "code": "13111",
        "contents": [
          "ERW032",
        ],
        "format": "genesis-flat",
        "institute": null,
        "licence": null,
        "notes": [],
        "numbers": {
          "decimal": ",",
        },
        "retrieved": null,
        "territories": [
          "DINSG",
          "DLAND",
          "KREISE",
        ],
        "timeCode": "STAG",
        "title": "Statistik der sozialversicherungspflichtig Beschäftigten",
        "variables": [
          "NAT",
          "GES",
        ],
      }
    `);
    expect([bytesRead(), findings(), file]).toEqual([0, [], path]);
    const rows = await rowsOf(path);
    expect(rows).toHaveLength(3300);
    expect(rows[0]).toMatchInlineSnapshot(`
      {
        "codes": [
          "NATA",
          "",
        ],
        "column": 18,
        "content": "ERW032",
        "line": 2,
        "name": "Deutschland",
        "quality": "",
        "territory": "DG",
        "text": "5837916",
        "time": "2025-06-30",
        "unit": "Anzahl",
      }
    `);
  });

  it('reads the older style, where the total of the Länder is Germany', async () => {
    const path = officialFile('formats/ffcsv_old_style_11111-0001.csv');
    const table = await openFlatFile(path);
    const rows = (await Array.fromAsync(table.rows(problemList('x')))).flat();
    expect(
      rows.map(({ line, column, territory, time, content, text, unit }) =>
        [line, column, territory, time, content, text, unit].join(' '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "2 10 08 31.12.2022 FLC006 35747,85 qkm",
        "3 10 09 31.12.2022 FLC006 70541,58 qkm",
        "4 10 11 31.12.2022 FLC006 891,12 qkm",
        "5 10 12 31.12.2022 FLC006 29654,38 qkm",
        "6 10 04 31.12.2022 FLC006 419,61 qkm",
        "7 10 DG 31.12.2022 FLC006 357595,99 qkm",
      ]
    `);
    expect(table.findings()).toEqual([{ message: 'the total of DLAND is taken as Germany (DG)', line: 7 }]);
  });

  it('reads a year beside a month or a quarter as one period', async () => {
    expect(timePart('2015', 'MONAT06')).toBe('2015-06');
    expect(timePart('2015', 'QUART2')).toBe('2015-Q2');
    expect([timePart('2015', ''), timePart('2015-01', 'MONAT06'), timePart('2015', 'MONAT13')]).toEqual([
      '2015',
      null,
      null,
    ]);
    const monthly = ROW.replace('2024-12-31', '2024').replace('GES;Geschlecht;GESM', 'MONAT;Monat;MONAT03');
    expect(await written([HEADER, monthly])).toMatchObject([{ time: '2024-03', codes: [] }]);
    expect(
      await failure(written([HEADER, monthly, monthly.replace('MONAT03', 'MON3')])),
    ).toMatchInlineSnapshot(`
      "The file cannot be loaded: 1 problem, nothing was stored
        flat.csv:3:12: 'MON3' is no part of '2024': expected a month (MONAT06) or a quarter (QUART2) of a year"
    `);
  });

  it('takes other variables for territory and time when they are named', async () => {
    const other = ROW.replace('KREISE;', 'WOHNKREIS;').replace('GES;Geschlecht;GESM', 'JAHR2;Jahr;2023');
    expect(await written([HEADER, other], { territory: ['WOHNKREIS'], time: 'JAHR2' })).toMatchObject([
      { territory: '12070', time: '2023', codes: [] },
    ]);
    expect(await failure(written([HEADER, other]))).toMatchInlineSnapshot(`
      "The flat file cannot be read: 1 problem, nothing was stored
        flat.csv:1: no variable of the file holds keys of territories; it has WOHNKREIS, JAHR2: name the variable in 'territory'"
    `);
    expect(await failure(written([HEADER, ROW], { time: 'JAHR2' }))).toMatchInlineSnapshot(`
      "The flat file cannot be read: 1 problem, nothing was stored
        flat.csv:1: no variable of the file is called JAHR2, the time; it has STAG, KREISE, GES"
    `);
    const twice = ROW.replace('GES;', 'DLAND;');
    expect(await failure(written([HEADER, twice]))).toMatchInlineSnapshot(`
      "The flat file cannot be read: 1 problem, nothing was stored
        flat.csv:1: KREISE and DLAND hold keys of territories: name the one that is meant in 'territory'"
    `);
  });

  it('names all that is wrong with a header', async () => {
    const broken = HEADER.replace('time_code', 'zeit')
      .replace('value_unit', 'value')
      .replace('2_variable_code', '2_code');
    expect(await failure(written([broken, ROW]))).toMatchInlineSnapshot(`
      "The flat file cannot be read: 4 problems, nothing was stored
        flat.csv:1:15: the column 'value' stands in column 14 too
        flat.csv:1: the column 'time_code' is missing
        flat.csv:1: the column '2_variable_code' is missing; did you mean '1_variable_code'?
        flat.csv:1: the column 'value_unit' is missing"
    `);
    expect(await failure(written([HEADER]))).toContain('flat.csv: the file has no rows');
    expect(await failure(written([HEADER, 'a;b']))).toContain(
      'flat.csv:2: expected 18 cells as in the header, found 2',
    );
    expect(await failure(written(['Statistik_Code;Zeit', '1;2']))).toMatchInlineSnapshot(`
      "The flat file cannot be read: 4 problems, nothing was stored
        flat.csv:1: the column 'Statistik_Label' is missing; did you mean 'Statistik_Code'?
        flat.csv:1: the column 'Zeit_Code' is missing
        flat.csv:1: the column '1_Merkmal_Code' is missing
        flat.csv:1: expected columns named 'code__label__unit' after those of the variables"
    `);
    const table = await openFlatFile(await tableFile(folder, 'more.csv', `${HEADER};neu\n${ROW};1\n`));
    expect(table.findings()).toEqual([
      { message: "the column 'neu' is not known and has no effect", line: 1 },
    ]);
  });

  it('looks for nothing in a header of thousands of columns', async () => {
    const variables = Array.from({ length: 1_000 }, (_, index) => `${index + 2}_variable_code`);
    expect(await failure(written([[HEADER, ...variables].join(';'), ROW]))).toContain(
      'flat.csv:1: the header has 1018 columns, more than 500',
    );
  });

  it('names the lines of rows that do not fit, what many share only once', async () => {
    const rows = [
      HEADER,
      ROW,
      `${ROW};`,
      `${ROW};`,
      ROW.replace('12411', '12521'),
      ROW.replace('KREISE', 'GEMEIN'),
      ROW.replace('KREISE', 'NUTS-2'),
      ROW.replace('GES;', 'NAT;'),
      ROW.replace('12070', '"12070'),
    ];
    expect(await failure(written(rows, { level: 'district' }))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 6 problems, nothing was stored
        flat.csv:9: a quotation mark is missing in the line, or one too many
        flat.csv:3: expected 18 cells as in the header, found 19 (and in 1 more row)
        flat.csv:5:1: the row is of the statistic 12521, the file of 12411: load them one by one
        flat.csv:6:6: GEMEIN lists territories below the district, the level of the input
        flat.csv:7:6: 'NUTS-2' is no variable with keys of territories: name it in 'territory'
        flat.csv:8:10: expected the variable GES as in the rows before, found 'NAT'"
    `);
    expect(await failure(written([HEADER, ROW], { level: 'municipality' }))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 1 problem, nothing was stored
        flat.csv: the deepest level that the file lists is the district, but the level of the input is the municipality"
    `);
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    const path = await tableFile(folder, 'stop.csv', `${HEADER}\n${ROW}\n`);
    const table = await openFlatFile(path, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(Array.fromAsync(table.rows(problemList('x')))).rejects.toThrow('enough');
    await expect(openFlatFile(path, { signal: controller.signal })).rejects.toThrow('enough');
  });
});
