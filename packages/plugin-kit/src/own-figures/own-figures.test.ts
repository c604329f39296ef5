import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProblem, InputProblems } from '@kreisweit/domain';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingPlugin } from '../../tests/opening-plugin.ts';
import type { OwnFiguresInput } from '../definition/input-definition.ts';
import { mapOwnFigures } from './map-own-figures.ts';
import { openOwnFigures } from './own-figures-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function written(content: string | Uint8Array, ending: string): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  await writeFile(path, content);
  return path;
}

const input = openingPlugin.inputs.figures as OwnFiguresInput;

async function read(path: string, from: OwnFiguresInput = input) {
  const table = await openOwnFigures(path, { file: 'own' });
  const reading = mapOwnFigures(table, openingPlugin, from);
  const observations = (await Array.fromAsync(reading.batches())).flat();
  return { table, reading, observations };
}

const csv = async (...lines: readonly string[]) => read(await written(lines.join('\r\n'), 'csv'));

type Row = NonNullable<WriteSheet['rows']>[number];
const HEADER: Row = ['Schlüssel', 'Zeitraum', 'Merkmal', 'Geschlecht', 'Altersgruppe (21 Gruppen)', 'Wert'];

/** The path of a workbook with one sheet of these rows below the usual header. */
async function workbook(rows: readonly Row[], sheet: Partial<WriteSheet> = {}): Promise<string> {
  const name = 'Werte';
  return written(await writeXlsx({ sheets: [{ name, rows: [HEADER, ...rows], ...sheet }] }), 'xlsx');
}

/** All problems of what is read, as lines. */
async function problems(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof InputProblems) return error.problems.map(formatProblem);
    throw error;
  }
  return ['nothing was refused'];
}

const found = ({ reading }: Awaited<ReturnType<typeof read>>): readonly string[] =>
  reading.findings().map(formatProblem);

describe('own figures as CSV', () => {
  it('are read by German and English names, in any order', async () => {
    const { table, observations, reading } = await csv(
      'WERT;merkmal;sex;Age group (21 groups);Name;ags;Jahr;Bemerkung',
      '12,5;opening/budget;;Insgesamt;Lindow;12070008;2015;=cmd|calc',
      '7;Staff of the administration;weiblich;3 bis unter 6 Jahre;;12070008;31.12.2015;',
      '8;staff;GESM;3-5;;120705001008;2015-12-31;"zwei\nZeilen"',
      '-;BESCHÄFTIGTE  der Verwaltung;total;;;12070008;2015;',
      ';staff;;;;12070008;2014;',
    );
    expect(table).toMatchObject({ plugin: 'opening', code: 'opening', variables: ['sex', 'ageGroup21'] });
    expect(observations).toMatchInlineSnapshot(`
      [
        {
          "breakdown": {},
          "cell": {
            "flags": 0,
            "sign": null,
            "status": "NORMAL",
            "value": 12.5,
          },
          "column": 1,
          "line": 2,
          "measure": "budget",
          "name": "Lindow",
          "period": "2015",
          "territory": "12070008",
        },
        {
          "breakdown": {
            "ageGroup21": "3-5",
            "sex": "female",
          },
          "cell": {
            "flags": 0,
            "sign": null,
            "status": "NORMAL",
            "value": 7,
          },
          "column": 1,
          "line": 3,
          "measure": "staff",
          "period": "2015",
          "territory": "12070008",
        },
        {
          "breakdown": {
            "ageGroup21": "3-5",
            "sex": "male",
          },
          "cell": {
            "flags": 0,
            "sign": null,
            "status": "NORMAL",
            "value": 8,
          },
          "column": 1,
          "line": 4,
          "measure": "staff",
          "period": "2015",
          "territory": "120705001008",
        },
        {
          "breakdown": {},
          "cell": {
            "flags": 0,
            "sign": "-",
            "status": "NOT_AVAILABLE",
            "value": null,
          },
          "column": 1,
          "line": 6,
          "measure": "staff",
          "period": "2015",
          "territory": "12070008",
        },
      ]
    `);
    expect(reading.account()).toEqual({
      rows: 5,
      values: 5,
      delivered: 4,
      skipped: [{ reason: 'no value yet', values: 1 }],
    });
    expect(reading.findings()).toEqual([]);
    expect(table.bytesRead()).toBe(table.bytes);
  });

  it('may be Windows-1252, separated by tabs or commas, and have lines above the header', async () => {
    const text =
      'Angaben der Gemeinde\nSchlüssel\tZeitraum\tMerkmal\tWert\n12070008\t2015\tBeschäftigte der Verwaltung\t7';
    const latin = await read(await written(Buffer.from(text, 'latin1'), 'csv'));
    expect(latin.observations.map(({ line, cell }) => [line, cell.value])).toEqual([[3, 7]]);
    const commas = await csv('key,period,measure,value', '12070008,2015,budget,12.5');
    expect(commas.observations[0]?.cell.value).toBe(12.5);
    expect(commas.table.plugin).toBe(null);
  });

  it('restores lost leading zeros and says so', async () => {
    const result = await csv(
      'AGS;Jahr;Merkmal;Wert',
      '1001000;2015;staff;7',
      '12070008;2015;staff;8',
      '9162000;2015;staff;1',
    );
    expect(result.observations.map(({ territory }) => territory)).toEqual([
      '01001000',
      '12070008',
      '09162000',
    ]);
    expect(found(result)).toMatchInlineSnapshot(`
      [
        "2:AGS: the key of 2 rows had lost its leading zero, which was restored ('1001000' is 01001000)",
      ]
    `);
  });

  it('refuses what spreadsheets have spoiled, all at once, with what to do', async () => {
    const work = csv('Schlüssel;Zeitraum;Merkmal;Geschlecht;Alter;Wert', '12070008;2015;staff;;;7');
    expect(await problems(work)).toMatchInlineSnapshot(`
      [
        "own:1:5: no column is called 'Alter'; what is only for people goes into the column Bemerkung",
      ]
    `);
    const rows = csv(
      'Schlüssel;Name;Zeitraum;Merkmal;ageGroup21;Wert',
      '1,2E+11;;2015;staff;;7',
      '12070008;;2015;staff;03. Mai;7',
      '12070008;;2015;budget;;1.234',
      '12070008;;2015;staff;;=1+1',
      '12070008;;2015;staff;;@SUM(A1)',
      '12070008;;2015;=cmd|calc;;1',
      '12070008;+Lindow;2015;staff;;1',
      '12070008;;2015;staff;;1;2',
      '10515163;;2015;staff;;1',
      '12070008;;2015;budget;;12.5.2015',
    );
    expect(await problems(rows)).toMatchInlineSnapshot(`
      [
        "own:2:Schlüssel: '1,2E+11' is a key in scientific notation, which loses digits; give the column the format Text and write it anew",
        "own:3:ageGroup21: '03. Mai' is no category: a spreadsheet has turned something like '1-2' into a date; give the column the format Text and write it anew",
        "own:4:Wert: '1.234' is ambiguous: '.' is not the decimal sign ',' and is not declared the thousands separator; write 1234 for the number, 1,234 for the fraction",
        "own:5:Wert: '=1+1' looks like a formula and is only a text here: write what it means",
        "own:6:Wert: '@SUM(A1)' looks like a formula and is only a text here: write what it means",
        "own:7:Merkmal: '=cmd|calc' looks like a formula and is only a text here: write what it means",
        "own:8:Name: '+Lindow' looks like a formula and is only a text here: write what it means",
        "own:9: expected 6 cells as in the header, found 7: does a cell hold the sign that separates the cells? Put it in quotation marks",
        "own:10:Schlüssel: '10515163' lies in no district of the Saarland (10041 to 10046): has it lost its leading zero?",
        "own:11:Wert: '12.5.2015' is a date; a spreadsheet turns what looks like one, such as 12.5, into it: write the number anew",
      ]
    `);
  });

  it('refuses what contradicts the definition, all at once', async () => {
    const rows = csv(
      'Schlüssel;Zeitraum;Merkmal;Geschlecht;Staatsangehörigkeit;Wert',
      '120;2015;staf;weibl;;7',
      '12070008;30.06.2015;staff;weiblich;;7',
      '12070008;2015;staff;;deutsch;7',
      '12070008;2015-Q1;helpers;;;7',
      '12070008;2015-06;pupils;;;7',
      '12070008;2014/15;staff;;;7',
      '12070008;20155;staff;;;7',
      '12070008;2015;staff;;;-7',
      '12070008;2015;staff;;;7,5',
      '12070008;2015;places;;;7',
      '12070008;2015;active;;;7',
      '12070008;2015;population/residents;;;7',
      ';;;;;7',
      '12070008;2015;budget;;;-7,5',
      '120705001008;2015;Ausgaben;Insgesamt;;8',
      '12070008;2015;helpers;;;7,5',
    );
    expect(await problems(rows)).toMatchInlineSnapshot(`
      [
        "own:2:Merkmal: 'staf' is no measure of opening; did you mean 'staff'?",
        "own:2:Geschlecht: 'weibl' is no category of sex: write one of männlich, weiblich",
        "own:3:Zeitraum: the table's values are of 2015-06-30, but the measure expects values of 12-31",
        "own:4:Staatsangehörigkeit: 'Beschäftigte der Verwaltung' is not delivered by nationality: leave the cell empty (found german)",
        "own:5:Zeitraum: counts of persons are delivered by year, or a small quarter could be worked out: write 2015",
        "own:6:Zeitraum: the values are of '2015-06', but the measure refers to a school year",
        "own:6:Schlüssel: 'Schülerinnen und Schüler' is reported by the district: '12070008' is a part of it",
        "own:7:Zeitraum: the table's values are of the school year 2014/15, but the measure does not refer to one",
        "own:8:Zeitraum: '20155' is no time: expected a year, a quarter (2015-Q1), a month (2015-06) or a day (2015-12-31)",
        "own:9:Wert: -7 is below zero, but the measure counts persons (a spreadsheet turns a bracketed number into one below zero)",
        "own:10:Wert: 7,5 is no whole number, but the measure counts persons",
        "own:11:Merkmal: 'places' is not delivered with this input: it takes opening/staff, opening/budget, opening/helpers, opening/pupils",
        "own:12:Merkmal: 'active' is not delivered with this input: it takes opening/staff, opening/budget, opening/helpers, opening/pupils",
        "own:13:Merkmal: 'population/residents' belongs to another plug-in: a file holds the figures of one, here of opening",
        "own:14:Schlüssel: the key of the territory is missing: write its AGS or ARS",
        "own:14:Merkmal: the measure is missing: write one of opening/staff, opening/budget, opening/helpers, opening/pupils",
        "own:16:Wert: the same value stands in line 15: keep one of the two",
      ]
    `);
  });

  it('refuses a header that is not sound', async () => {
    expect(await problems(csv('Schlüssel;Wert;Wert;Zeitraumm;;AGS', '1;2;3;4;5;6'))).toMatchInlineSnapshot(`
      [
        "own:1:3: 'Wert' means the same as 'Wert': keep one of the two columns",
        "own:1:4: no column is called 'Zeitraumm'; did you mean 'Zeitraum'?; what is only for people goes into the column Bemerkung",
        "own:1:5: the column has no header: give it one, or remove it",
        "own:1:6: 'AGS' means the same as 'Schlüssel': keep one of the two columns",
        "own:1: the column 'Zeitraum' (Jahr, period) is missing",
        "own:1: the column 'Merkmal' (measure) is missing",
      ]
    `);
    expect(await problems(csv(`Schlüssel;Zeitraum;Merkmal;Wert${';a'.repeat(900)}`))).toEqual([
      'own:1: the header has 904 columns, more than 500: is this another table, or separated otherwise?',
    ]);
    const sheet = await written(
      await writeXlsx({ sheets: [{ name: 'A', rows: [[...HEADER, 'Alter']] }] }),
      'xlsx',
    );
    expect(await problems(read(sheet))).toEqual([
      "own:1:G: no column is called 'Alter'; what is only for people goes into the column Bemerkung",
    ]);
    expect(await problems(csv('Gemeinde;Zahl', 'Lindow;3'))).toMatchInlineSnapshot(`
      [
        "own: no header with the columns Schlüssel, Zeitraum, Merkmal and Wert (or key, period, measure and value) was found",
      ]
    `);
    expect(await problems(csv(''))).toEqual([
      'own: no header with the columns Schlüssel, Zeitraum, Merkmal and Wert (or key, period, measure and value) was found',
    ]);
    const path = await written('key;value', 'csv');
    expect(await problems(openOwnFigures(path, { file: 'own', sizeLimit: 4 }))).toEqual([
      'own: the file has 9 bytes, more than 4 bytes: split it',
    ]);
    await expect(openOwnFigures(path, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
  });
});

describe('own figures as a workbook', () => {
  it('are read as cells hold them', async () => {
    const { observations, table } = await read(
      await workbook([
        ['12070008', 2015, 'opening/staff', 'weiblich', null, 7],
        [9162000, new Date('2015-12-31'), 'opening/staff', 'Insgesamt', 'unter 3 Jahre', 3],
        ['12070008', '2015', 'opening/budget', null, null, 1234.5],
        ['12070008', '2014', 'opening/budget', null, null, '1.234,5'],
        ['12070008', '2013', 'opening/budget', null, null, '...'],
        ['12070008', '2012', 'opening/budget', null, null, null],
      ]),
    );
    expect(table.numbers).toEqual({ decimal: ',', thousands: '.' });
    expect(
      observations.map(({ territory, period, breakdown, cell }) => [
        territory,
        period,
        breakdown,
        cell.value ?? cell.sign,
      ]),
    ).toEqual([
      ['12070008', '2015', { sex: 'female' }, 7],
      ['09162000', '2015', { ageGroup21: '0-2' }, 3],
      ['12070008', '2015', {}, 1234.5],
      ['12070008', '2014', {}, 1234.5],
      ['12070008', '2013', {}, '...'],
    ]);
  });

  it('tell what is hidden, was calculated or was mended', async () => {
    const path = await workbook(
      [
        ['12070008', '2015', 'staff', null, null, 7],
        ['1001000', '2015', 'staff', null, null, null],
        ['1001000', '2014', 'staff', null, null, 3],
        ['12070012', '2015', 'staff', null, null, 4],
      ],
      {
        hidden: true,
        columns: [{}, { hidden: true }, {}, {}, {}, {}, { hidden: true }],
        rowDefs: new Map([1, 2, 4].map((row) => [row, { hidden: true }])),
        cells: new Map([
          ['2,5', { formula: 'SUM(F2)', formulaResult: 7 }],
          ['4,5', { formula: 'SUM(F2)', formulaResult: 4 }],
        ]),
      },
    );
    const result = await read(path);
    expect(result.observations.map(({ cell }) => cell.value)).toEqual([7, 7, 3, 4]);
    expect(found(result)).toMatchInlineSnapshot(`
      [
        "the sheet 'Werte' is hidden; it was read",
        "1:B: column B ('Zeitraum') is hidden; it was read",
        "2: rows 2-3, 5 are hidden; they were read",
        "F3 and F5 are formulas, whose last result was taken",
        "3:A: the key of 2 rows had lost its leading zero, which was restored ('1001000' is 01001000)",
      ]
    `);
  });

  it('may stand on several sheets, whose names are said; others are not read', async () => {
    const row = ['12070008', '2015', 'staff', null, null, 7];
    const path = await written(
      await writeXlsx({
        sheets: [
          { name: 'Januar', rows: [HEADER, row] },
          { name: 'Notizen', rows: [['ruft morgen an']] },
          {
            name: 'Februar',
            rows: [
              ['Wert', 'AGS', 'Jahr', 'Merkmal'],
              [8, '12070008', '2015', 'staff'],
            ],
          },
          { name: 'Erläuterungen - Notes', rows: [['x']] },
        ],
      }),
      'xlsx',
    );
    expect(await problems(read(path))).toEqual([
      'own [Februar]:2:A: the same value stands in line 2 of own [Januar]: keep one of the two',
    ]);
    const table = await openOwnFigures(path);
    expect(table.findings().map(formatProblem)).toEqual([
      "the sheet 'Notizen' holds no figures; it was not read",
    ]);
  });

  it('refuse what spreadsheets have spoiled, with the cell', async () => {
    const path = await workbook(
      [
        [new Date('2015-02-01'), '2015', 'staff', null, null, 7],
        ['12070008', new Date('2015-06-01'), 'staff', null, null, 7],
        ['12070008', '2015', 'staff', null, new Date('2015-05-03'), 7],
        ['12070008', '2015', 'staff', null, null, new Date('2015-05-12')],
        ['12070008', '2015', 'helpers', null, null, 0.125],
        ['12070008', '2015', 'staff', null, null, null],
        ['12070008', '2015', 'staff', null, null, true],
        ['12070008', '2015', '=cmd|calc', null, null, '=HYPERLINK("http://x")'],
        ['12070008', '2013', 'staff', null, null, 7, 8],
        [null, '2012', 'staff', null, null, 7],
        ['1.2E+11', '2011', 'staff', null, null, '1.234'],
        ['12070008', '2010', 'staff', null, null, -12],
        ['12070008', '2009', 'staff', null, null, 1.5],
      ],
      {
        merges: [
          { startRow: 9, startCol: 0, endRow: 10, endCol: 0 },
          { startRow: 30, startCol: 0, endRow: 31, endCol: 3 },
        ],
        cells: new Map([
          ['5,5', { style: { numFmt: '0.0%' } }],
          ['6,5', { formula: 'F2+F3' }],
        ]),
      },
    );
    expect(await problems(read(path))).toMatchInlineSnapshot(`
      [
        "own:2:A: the cell holds a date (1.2.2015); a spreadsheet turns what looks like one, such as '1-2', into it; give the column the format Text and write it anew",
        "own:3:B: the table's values are of 2015-06-01, but the measure expects values of 12-31 (has a spreadsheet turned a month into a date?)",
        "own:4:E: the cell holds a date (3.5.2015); a spreadsheet turns what looks like one, such as '1-2', into it; give the column the format Text and write it anew",
        "own:5:F: the cell holds a date (12.5.2015); a spreadsheet turns what looks like one, such as '1-2', into it; give the column the format Number and write it anew",
        "own:6:F: the cell shows 12,5 %, but holds 0,125: give the column the format Number and write 12,5",
        "own:7:F: the formula has no result yet: open the file in Excel or LibreOffice and save it",
        "own:8:F: 'TRUE' is no value: write a number or a sign",
        "own:9:C: '=cmd|calc' looks like a formula and is only a text here: write what it means",
        "own:9:F: '=HYPERLINK("http://x")' looks like a formula and is only a text here: write what it means",
        "own:10: the cells A10:A11 are merged, so that only the first of them holds something: unmerge them and fill in each",
        "own:10:G: the cell stands below no header: remove it, or give the column one",
        "own:11:A: the key of the territory is missing: write its AGS or ARS",
        "own:12:A: '1.2E+11' is a key in scientific notation, which loses digits; give the column the format Text and write it anew",
        "own:13:F: -12 is below zero, but the measure counts persons (a spreadsheet turns a bracketed number into one below zero)",
        "own:14:F: 1,5 is no whole number, but the measure counts persons",
      ]
    `);
  });
});
