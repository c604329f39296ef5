import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../tests/failure.ts';
import { officialTable } from '../../tests/official-table.ts';
import { peoplePlugin } from '../../tests/people-plugin.ts';
import { smallTable, tableFile } from '../../tests/small-table.ts';
import type { GenesisInput } from '../definition/input-definition.ts';
import { openInput } from './open-input.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string, input: Partial<GenesisInput>) {
  const definition = { level: 'district', reader: 'genesis', table: '12411-03-03-4', ...input } as const;
  const opened = await openInput(peoplePlugin({ given: definition }), path);
  const observations = (await Array.fromAsync(opened.batches())).flat();
  const account = opened.account();
  const skipped = account.skipped.reduce((sum, { values }) => sum + values, 0);
  expect(account.values).toBe(account.delivered + skipped);
  expect(account.delivered).toBe(observations.length);
  return { observations, account, findings: opened.findings() };
}

describe('rows that are categories', () => {
  const foreigners = {
    rowDimensions: ['ageGroup21'],
    columns: [
      { header: ['Ausländer(innen)', 'Insgesamt'], measure: 'people' },
      { header: ['Ausländer(innen)', 'männlich'], measure: 'people', breakdown: { sex: 'male' } },
      { header: ['Insgesamt', 'Insgesamt'], rows: ['Insgesamt'], measure: 'others' },
    ],
  } as const;

  it('break the columns down, and the total does not', async () => {
    const path = officialTable('districts/12411-03-03-4_00.csv');
    const {
      columns: [total, male],
    } = foreigners;
    const { observations, account } = await read(path, {
      ...foreigners,
      columns: [total, male],
      ignored: [{ header: ['Ausländer(innen)', 'weiblich'], reason: 'the rest of the total' }],
    });
    expect(observations).toHaveLength(2 * 22 * 526);
    const germany = observations.filter(({ territory }) => territory === 'DG');
    const cells = germany.filter(({ breakdown }) => breakdown?.sex === 'male');
    expect(
      cells.map(({ breakdown, cell }) => `${breakdown?.ageGroup21} ${cell.value}`),
    ).toMatchInlineSnapshot(`
      [
        "0-2 113366",
        "3-5 103408",
        "6-9 124955",
        "10-14 150035",
        "15-17 150789",
        "18-19 149187",
        "20-24 457617",
        "25-29 536111",
        "30-34 484388",
        "35-39 460634",
        "40-44 430837",
        "45-49 378085",
        "50-54 301167",
        "55-59 216127",
        "60-64 151375",
        "65-69 154299",
        "70-74 112548",
        "75-79 79474",
        "80-84 34524",
        "85-89 11241",
        "90plus 3978",
        "undefined 4604145",
      ]
    `);
    expect(account).toMatchInlineSnapshot(`
      {
        "delivered": 23144,
        "rows": 11572,
        "skipped": [
          {
            "reason": "no mapping for the column ["Insgesamt","Insgesamt"]",
            "values": 11572,
          },
          {
            "reason": "no mapping for the column ["Insgesamt","männlich"]",
            "values": 11572,
          },
          {
            "reason": "no mapping for the column ["Insgesamt","weiblich"]",
            "values": 11572,
          },
          {
            "reason": "no mapping for the column ["Deutsche","Insgesamt"]",
            "values": 11572,
          },
          {
            "reason": "no mapping for the column ["Deutsche","männlich"]",
            "values": 11572,
          },
          {
            "reason": "no mapping for the column ["Deutsche","weiblich"]",
            "values": 11572,
          },
          {
            "reason": "the rest of the total",
            "values": 11572,
          },
        ],
        "values": 104148,
      }
    `);
  });

  it('stand beside rows that a column names', async () => {
    const path = officialTable('districts/12411-03-03-4_00.csv');
    const { observations, account } = await read(path, foreigners);
    expect(observations.filter(({ measure }) => measure === 'others')).toHaveLength(526);
    expect(observations.filter(({ measure }) => measure === 'people')).toHaveLength(2 * 22 * 526);
    expect(account.skipped.slice(0, 3)).toMatchInlineSnapshot(`
      [
        {
          "reason": "no mapping for the row 'unter 3 Jahre'",
          "values": 526,
        },
        {
          "reason": "no mapping for the column ["Insgesamt","männlich"]",
          "values": 11572,
        },
        {
          "reason": "no mapping for the column ["Insgesamt","weiblich"]",
          "values": 11572,
        },
      ]
    `);
  });

  it('deliver a row twice where a column names it for another measure, and never the same value', async () => {
    const path = officialTable('districts/12411-03-03-4_00.csv');
    const [total] = foreigners.columns;
    const rows = (label: string, measure: string) => ({ ...total, rows: [label], measure });
    const columns = [total, rows('unter 3 Jahre', 'others'), rows('Insgesamt', 'people')];
    const { observations } = await read(path, { ...foreigners, columns });
    const count = (measure: string) => observations.filter((one) => one.measure === measure).length;
    expect([count('people'), count('others')]).toEqual([22 * 526, 526]);
  });

  it('must be labels of the code list, unless they are left out', async () => {
    const path = officialTable('districts/12411-03-03-4_00.csv');
    const input = { ...foreigners, rowDimensions: ['ageGroup6'], columns: foreigners.columns.slice(0, 1) };
    expect(
      await failure(read(path, { ...input, ignored: [{ rows: ['unter 3 Jahre'], reason: 'too young' }] })),
    ).toMatchInlineSnapshot(`
      "The table cannot be loaded: 19 problems, nothing was stored
        12411-03-03-4_00.csv:10:4: '3 bis unter 6 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:11:4: '6 bis unter 10 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:12:4: '10 bis unter 15 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:13:4: '15 bis unter 18 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:14:4: '18 bis unter 20 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:15:4: '20 bis unter 25 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:17:4: '30 bis unter 35 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:18:4: '35 bis unter 40 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:19:4: '40 bis unter 45 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        12411-03-03-4_00.csv:20:4: '45 bis unter 50 Jahre' is no category of ageGroup6: name it in 'ignored', or in the 'rows' of a column (and in 525 more rows)
        ... and 9 more"
    `);
    expect(
      await failure(read(path, { ...foreigners, rowDimensions: ['sex', 'ageGroup21'] })),
    ).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/given: 1 problem, nothing was stored
        12411-03-03-4_00.csv: rowDimensions names sex, ageGroup21, but the table has the category columns 4: name one for each"
    `);
  });
});

it('the account names columns that nobody mapped, and what is left out on purpose', async () => {
  const path = await tableFile(folder, 'small.csv', smallTable);
  const input = {
    table: '12411-01-01-4',
    columns: [{ header: ['Insgesamt'], measure: 'people' }],
    ignored: [{ header: ['weiblich'], reason: 'the rest of the total' }],
  };
  expect((await read(path, input)).account).toEqual({
    rows: 4,
    values: 24,
    delivered: 8,
    skipped: [
      { reason: 'no mapping for the column ["männlich"]', values: 8 },
      { reason: 'the rest of the total', values: 8 },
    ],
  });
  expect((await read(path, { ...input, ignored: [{ reason: 'not needed' }] })).account.skipped).toEqual([
    { reason: 'not needed', values: 16 },
  ]);
});

it('lost zeros are restored in classic tables too', async () => {
  const path = await tableFile(folder, 'zeros.csv', smallTable.replace('12070;', '8222;'));
  const { observations, findings } = await read(path, {
    table: '12411-01-01-4',
    columns: [{ header: ['Insgesamt'], measure: 'people' }],
  });
  expect(observations.map(({ territory }) => territory)).toContain('08222');
  expect(findings).toEqual([
    {
      message: "the key of 1 row had lost its leading zero, which was restored ('8222' is 08222)",
      line: 10,
      column: 1,
    },
  ]);
});

it('a known mistake of the institute is left out by name, while the file says it', async () => {
  const wrong = smallTable.replace(';23;11;12;', ';23;-11;12;');
  const path = await tableFile(folder, 'mistake.csv', wrong);
  const header = ['männlich'];
  const mistake = { territory: '12072', date: '2015-12-31', header, found: '-11', reason: 'below zero' };
  const input = {
    table: '12411-01-01-4',
    columns: [{ header, measure: 'people' }],
    ignored: [{ reason: 'not needed' }],
    mistakes: [mistake],
  };
  const left = (await read(path, input)).account;
  expect(left.delivered).toBe(7);
  expect(left.skipped).toContainEqual({ reason: 'below zero', values: 1 });
  const corrected = { ...input, mistakes: [{ ...mistake, found: '-12' }] };
  expect((await read(path, corrected)).account.delivered).toBe(8);
});
