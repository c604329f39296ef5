import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../tests/failure.ts';
import { officialFile } from '../../tests/official-table.ts';
import { peoplePlugin } from '../../tests/people-plugin.ts';
import { smallTable, tableFile } from '../../tests/small-table.ts';
import type { CodedInput } from '../definition/input-definition.ts';
import type { Load } from '../definition/plugin-definition.ts';
import { findInputs } from './find-inputs.ts';
import { openInput } from './open-input.ts';
import { problemList } from './problem-list.ts';

const POPULATION = officialFile('observations/flat/12411-01-01-4_1773175772751_de_flat.csv');

let folder = '';
let classic = '';
let own = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
  classic = await tableFile(folder, 'classic.csv', smallTable);
  own = await tableFile(
    folder,
    'own.csv',
    'Schlüssel;Zeitraum;Merkmal;Geschlecht;Wert\n12070;2024;people;weiblich;12\n12070;2024;people;;\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const flat = (changes: Partial<CodedInput>): CodedInput => ({
  reader: 'genesis-flat',
  level: 'district',
  table: '12411-01-01-4',
  values: [{ content: 'BEVSTD', dimensions: { GES: 'sex' }, measure: 'people' }],
  ...changes,
});

const plugin = peoplePlugin({
  classic: {
    reader: 'genesis',
    level: 'district',
    table: '12411-01-01-4',
    columns: [{ header: ['Insgesamt'], measure: 'people' }],
  },
  bySex: flat({}),
  byAge: flat({
    table: '12411-02-03-4',
    values: [{ content: 'BEVSTD', dimensions: { GES: 'sex', ALTX20: 'ageGroup21' }, measure: 'people' }],
  }),
  others: flat({ values: [{ content: 'BEVMW', dimensions: { GES: 'sex' }, measure: 'others' }] }),
  byMunicipality: flat({ level: 'municipality', table: '12411-01-01-5' }),
  dataset: {
    reader: 'json-stat',
    level: 'district',
    table: 'https://json-stat.org/samples/galicia.json',
    values: [{ measure: 'people' }],
  },
  sdmx: {
    reader: 'sdmx-csv',
    level: 'district',
    table: 'BIS:BIS_DER(1.0)',
    territory: ['DER_REP_CTY'],
    values: [{ measure: 'people' }],
  },
  own: { reader: 'own-figures', level: 'municipality', measures: ['people'] },
});

describe('findInputs', () => {
  it('names the inputs that take a file', async () => {
    const found = async (path: string) => {
      const { inputs, format, message } = await findInputs([plugin], path);
      return [format, ...inputs.map(({ input }) => input), message].join(' | ');
    };
    expect([
      await found(classic),
      await found(POPULATION),
      await found(officialFile('formats/jsonstat-2.0-galicia.json')),
      await found(officialFile('formats/sdmx-csv-1.0.csv')),
      await found(own),
      await found(officialFile('observations/flat/1000A-0000_1773175153999_de_flat.csv')),
      await found(await tableFile(folder, 'x.txt', 'hello\n')),
    ]).toMatchInlineSnapshot(`
      [
        "genesis | classic | table 12411-01-01-4 'Bevölkerungsstand: Bevölkerung nach Geschlecht - Stichtag 31.12. -'",
        "genesis-flat | bySex | flat file of GENESIS (ffcsv) 12411",
        "json-stat | dataset | JSON-stat 'https://json-stat.org/samples/galicia.json' or 'Population by province of residence, place of birth, age, gender and year in Galicia'",
        "sdmx-csv | sdmx | SDMX-CSV BIS:BIS_DER(1.0)",
        "own-figures | own | own figures",
        "genesis-flat | flat file of GENESIS (ffcsv) 1000A",
        " | the format is not known: the file begins with 'hello'; known are classic GENESIS table (CSV), flat file of GENESIS (ffcsv), SDMX-CSV, JSON-stat, own figures (CSV or XLSX)",
      ]
    `);
  });

  it('says why others of the statistic do not', async () => {
    expect((await findInputs([plugin], POPULATION)).misfits).toMatchInlineSnapshot(`
      [
        "people/byAge: the file has no variable ALTX20; it has GES",
        "people/others: expected the values BEVMW, found BEVSTD",
      ]
    `);
  });
});

describe('openInput', () => {
  it('says what the plug-in takes and what the file is', async () => {
    const narrow = peoplePlugin({
      byAge: plugin.inputs.byAge as CodedInput,
      own: plugin.inputs.own ?? flat({}),
    });
    expect(await failure(openInput(narrow, POPULATION))).toMatchInlineSnapshot(`
      "The file is not for the plug-in people: 1 problem, nothing was stored
        12411-01-01-4_1773175772751_de_flat.csv:2: expected 12411-02-03-4 as flat file of GENESIS (ffcsv) (byAge), own figures (CSV or XLSX) (own), found flat file of GENESIS (ffcsv) 12411 (people/byAge: the file has no variable ALTX20; it has GES)"
    `);
    expect(await failure(openInput(narrow, classic))).toMatchInlineSnapshot(`
      "The file is not for the plug-in people: 1 problem, nothing was stored
        classic.csv:1: expected 12411-02-03-4 as flat file of GENESIS (ffcsv) (byAge), own figures (CSV or XLSX) (own), found table 12411-01-01-4 'Bevölkerungsstand: Bevölkerung nach Geschlecht - Stichtag 31.12. -'"
    `);
    const alike = peoplePlugin({ one: flat({}), two: flat({}) });
    expect(await failure(openInput(alike, POPULATION))).toMatchInlineSnapshot(`
      "The file is not for the plug-in people: 1 problem, nothing was stored
        12411-01-01-4_1773175772751_de_flat.csv:2: expected 12411-01-01-4 as flat file of GENESIS (ffcsv) (one), 12411-01-01-4 as flat file of GENESIS (ffcsv) (two), found flat file of GENESIS (ffcsv) 12411, which fits the inputs one and two alike: give them other variables or values"
    `);
    const text = await tableFile(folder, 'x.txt', 'hello\n');
    expect(await failure(openInput(narrow, text))).toContain('x.txt:1: the format is not known');
  });

  it('shows what is wrong with a file that is meant', async () => {
    const here = peoplePlugin({ given: flat({ territory: ['WOHNORT'] }) });
    expect(await failure(openInput(here, POPULATION))).toContain(
      "no variable of the file holds keys of territories; it has KREISE, GES: name the variable in 'territory'",
    );
  });

  it('takes own figures as a part of the whole', async () => {
    const opened = await openInput(plugin, own);
    const observations = (await Array.fromAsync(opened.batches())).flat();
    expect(observations).toMatchObject([
      {
        measure: 'people',
        territory: '12070',
        period: '2024',
        breakdown: { sex: 'female' },
        cell: { value: 12 },
      },
    ]);
    expect(opened).toMatchObject({
      kind: 'partial',
      format: 'own-figures',
      input: 'own',
      table: 'own-figures',
    });
    expect(opened.account()).toMatchObject({ rows: 2, values: 2, delivered: 1 });
  });

  it('gives load the table of the file, and an error for the other one', async () => {
    const long: Load = async function* (context) {
      expect(() => context.table).toThrow(
        "the input given reads genesis-flat, no classic GENESIS table: use 'long'",
      );
      const problems = problemList('The file cannot be loaded');
      const cell = { value: 1, status: 'NORMAL', flags: 0, sign: null } as const;
      for await (const rows of context.long.rows(problems)) {
        yield rows.map(({ territory, line }) => ({
          measure: 'people',
          territory,
          period: '2024',
          cell,
          line,
        }));
      }
      problems.throwIfAny();
    };
    const { values: _, ...input } = flat({});
    const opened = await openInput(peoplePlugin({ given: input }, { load: long }), POPULATION);
    expect((await Array.fromAsync(opened.batches())).flat()).toHaveLength(1467);
    expect(opened.account()).toEqual({ rows: 1467, values: 1467, delivered: 1467, skipped: [] });
    const table = { reader: 'genesis', level: 'district', table: '12411-01-01-4' } as const;
    const rows: Load = async function* (context) {
      yield* context.long === undefined ? [] : [[]];
    };
    const classicRows = await openInput(peoplePlugin({ given: table }, { load: rows }), classic);
    await expect(Array.fromAsync(classicRows.batches())).rejects.toThrow(
      "the input given reads a classic GENESIS table, no values row by row: use 'table'",
    );
  });
});
