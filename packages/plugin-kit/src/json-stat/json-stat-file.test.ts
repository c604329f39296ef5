import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblem, InputProblems } from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemList } from '../input/problem-list.ts';
import { type JsonStatTable, type OpenJsonStatOptions, openJsonStat } from './json-stat-file.ts';

const FORMATS = new URL('../../../../../shared/data/formats/', import.meta.url);

function official(name: string): string {
  const path = fileURLToPath(new URL(name, FORMATS));
  if (existsSync(path)) return path;
  throw new Error(
    `${path} is missing: link the folder 'shared' with the official data beside the repository`,
  );
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A sound dataset of two districts, two years and two sexes, whose changes a test is about. */
const small = {
  version: '2.0',
  class: 'dataset',
  href: 'https://example.org/people',
  label: 'People',
  source: 'Amt',
  updated: '2024-05-01',
  note: ['rounded'],
  extension: { id: 'people-1', license: 'dl-de/by-2-0' },
  id: ['region', 'year', 'sex'],
  size: [2, 2, 2],
  role: { geo: ['region'], time: ['year'] },
  dimension: {
    region: { category: { index: ['12070', '12072'], label: { 12070: 'Prignitz', 12072: 'Teltow' } } },
    year: { category: { index: { 2015: 1, 2014: 0 } } },
    sex: { category: { index: ['M', 'F'], child: { M: [] } } },
  },
  value: [1, 2, 3, 4, 5.5, 6, null, 8],
};

async function opened(content: unknown, options: OpenJsonStatOptions = {}): Promise<JsonStatTable> {
  const path = join(folder, 'data.json');
  await writeFile(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return openJsonStat(path, { file: 'data.json', ...options });
}

async function rowsOf(table: JsonStatTable) {
  const problems = problemList('The dataset cannot be read');
  const rows = (await Array.fromAsync(table.rows(problems))).flat();
  problems.throwIfAny();
  return rows;
}

const lines = async (table: JsonStatTable): Promise<readonly string[]> =>
  (await rowsOf(table)).map(({ line, territory, time, codes, text, quality }) =>
    [line, territory, time, ...codes, text, quality].join(' ').trim(),
  );

async function problems(work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputProblems) return error.problems.map(formatProblem);
    throw error;
  }
  return ['nothing was refused'];
}

const refused = (changes: object): Promise<readonly string[]> =>
  problems(async () => rowsOf(await opened({ ...small, ...changes })));

describe('openJsonStat', () => {
  it('reads a dataset, its territory and time by their roles', async () => {
    const { rows: _, bytesRead, findings, withRoles, ...head } = await opened(small);
    expect(head).toMatchInlineSnapshot(`
      {
        "bytes": 533,
        "code": "https://example.org/people",
        "file": "data.json",
        "format": "json-stat",
        "institute": "Amt",
        "licence": "dl-de/by-2-0",
        "names": [
          "https://example.org/people",
          "people-1",
          "People",
        ],
        "notes": [
          "rounded",
        ],
        "numbers": {
          "decimal": ".",
        },
        "retrieved": "2024-05-01",
        "title": "People",
        "variables": [
          "sex",
        ],
      }
    `);
    const table = await opened(small);
    expect(await lines(table)).toEqual([
      '1 12070 2014 M 1',
      '2 12070 2014 F 2',
      '3 12070 2015 M 3',
      '4 12070 2015 F 4',
      '5 12072 2014 M 5.5',
      '6 12072 2014 F 6',
      '7 12072 2015 M :',
      '8 12072 2015 F 8',
    ]);
    expect((await rowsOf(table))[0]?.name).toBe('Prignitz');
    expect(table.bytesRead()).toBe(table.bytes);
  });

  it('may be told other dimensions of territory and time', async () => {
    const table = await opened({ ...small, role: undefined });
    expect(table.variables).toEqual(['region', 'year', 'sex']);
    const told = table.withRoles({ territory: ['region'], time: 'year' });
    expect(told.variables).toEqual(['sex']);
    expect(await lines(told)).toEqual(await lines(await opened(small)));
    const levels = {
      ...small,
      role: { geo: ['region', 'year'] },
      dimension: { ...small.dimension, year: { category: { index: ['T', '12072001'] } } },
    };
    expect((await opened(levels)).variables).toEqual(['region', 'year', 'sex']);
    const both = await opened(levels, { territory: ['region', 'year'] });
    expect((await rowsOf(both)).slice(0, 4).map(({ territory }) => territory)).toEqual([
      '12070',
      '12070',
      '12072001',
      '12072001',
    ]);
    expect(await problems(() => opened(small, { territory: ['land'], time: 'jahr' }))).toEqual([
      "data.json id: holds no dimension 'land': the file has region, year, sex",
      "data.json id: holds no dimension 'jahr': the file has region, year, sex",
    ]);
  });

  it('reads sparse values, and units of a metric dimension', async () => {
    const sparse = await opened({
      ...small,
      role: { ...small.role, metric: ['sex'] },
      dimension: {
        ...small.dimension,
        sex: { category: { index: ['M', 'F'], unit: { M: { label: 'Tsd' } } } },
      },
      value: { 7: 8, 1: 2, 3: null },
      status: { 5: ':c' },
    });
    expect(await lines(sparse)).toEqual([
      '2 12070 2014 F 2',
      '4 12070 2015 F :',
      '6 12072 2014 F *',
      '8 12072 2015 F 8',
    ]);
    const [first] = await rowsOf(
      await opened({
        ...small,
        role: { metric: ['sex'] },
        dimension: {
          ...small.dimension,
          sex: { category: { index: ['M', 'F'], unit: { M: { label: 'Tsd' } } } },
        },
      }),
    );
    expect(first?.unit).toBe('Tsd');
  });

  it('reads the status of values in the signs of official statistics; what is confidential stays so', async () => {
    const status = ['e', 'p', 'ep', 'c', '', 'A', ':', 'c'];
    expect(
      (await rowsOf(await opened({ ...small, status }))).map(({ text, quality }) =>
        `${text} ${quality}`.trim(),
      ),
    ).toEqual(['1 e', '2 p', '3 e p', '*', '5.5', '6', ':', '*']);
    const none = {
      ...small,
      value: small.value.map(() => null),
      status: ['-', '.', '...', '/', 'x', ':u', ':z', '*'],
    };
    expect((await rowsOf(await opened(none))).map(({ text }) => text)).toEqual([
      '-',
      '.',
      '...',
      '/',
      'x',
      '/',
      'x',
      '*',
    ]);
    expect((await rowsOf(await opened({ ...small, status: 'p' })))[0]?.quality).toBe('p');
    expect((await rowsOf(await opened({ ...small, status: ['r'] })))[1]?.quality).toBe('r');
    expect((await rowsOf(await opened({ ...small, status: { 0: '/' } })))[0]).toMatchObject({
      text: '1',
      quality: '/',
    });
    expect(await refused({ status: { 0: 'q', 1: ':' } })).toEqual([
      "data.json value.0: the status 'q' is not known",
      "data.json value.1: there is a value, 2, but its status ':' says that there is none",
    ]);
  });

  it('writes numbers as they are', async () => {
    const value = [0.1, 1e-7, 1e21, -0, 12345678.9, -1.5e-9, 3, 1];
    expect((await rowsOf(await opened({ ...small, value }))).map(({ text }) => text)).toEqual([
      '0.1',
      '0.0000001',
      '1000000000000000000000',
      '0',
      '12345678.9',
      '-0.0000000015',
      '3',
      '1',
    ]);
    expect(await refused({ value: [1, '2', true, 4, 5, 6, 7, 8] })).toEqual([
      "data.json value.1: expected a number or null, found '2'",
      'data.json value.2: expected a number or null, found true',
    ]);
  });

  it('names every field that is not sound, all at once', async () => {
    const { dimension } = small;
    const changed = (category: unknown) => refused({ dimension: { ...dimension, sex: { category } } });
    expect([
      ...(await changed({ index: ['M', 'M'] })),
      ...(await changed({ index: { M: 0, F: 2 } })),
      ...(await changed({ index: { M: 0, F: 0 } })),
      ...(await changed({ index: ['M', 'F', 'D'] })),
      ...(await changed({ index: 'M' })),
      ...(await changed({ label: { M: 'men' } })),
      ...(await changed(undefined)),
      ...(await refused({ dimension: undefined })),
      ...(await refused({ value: [1] })),
      ...(await refused({ value: 7 })),
      ...(await refused({ value: { 8: 1 } })),
      ...(await refused({ value: { __proto__: 1, '-1': 1 } })),
      ...(await refused({ status: [1, 2], size: [2, 2, -1], role: { geo: ['land'], time: 'year' } })),
      ...(await refused({ size: [2, 2] })),
      ...(await refused({ id: ['a', 'a'], size: '2' })),
      ...(await refused({ role: [] })),
      ...(await refused({ size: [1e9, 1e9, 1e9], value: {} })),
    ]).toMatchInlineSnapshot(`
      [
        "data.json dimension.sex.category.index: expected a list of codes, each once, or an object with the positions from 0 on, each once",
        "data.json dimension.sex.category.index: expected a list of codes, each once, or an object with the positions from 0 on, each once",
        "data.json dimension.sex.category.index: expected a list of codes, each once, or an object with the positions from 0 on, each once",
        "data.json dimension.sex.category.index: holds 3 categories, but size says 2",
        "data.json dimension.sex.category.index: expected a list of codes, each once, or an object with the positions from 0 on, each once, found 'M'",
        "data.json dimension.sex.category.index: is missing: only a single category with a label may go without",
        "data.json dimension.sex.category: expected an object, found nothing",
        "data.json dimension.region: expected an object, found nothing",
        "data.json dimension.year: expected an object, found nothing",
        "data.json dimension.sex: expected an object, found nothing",
        "data.json value: holds 1 cells, but size says 8",
        "data.json value: expected a list or an object, found 7",
        "data.json value.8: is no position of a cell: expected numbers from 0 to 7",
        "data.json value.-1: is no position of a cell: expected numbers from 0 to 7",
        "data.json size: expected a list of whole numbers, found a list",
        "data.json role.time: expected a list of dimensions of id, found 'year'",
        "data.json role.geo: expected a list of dimensions of id, found land",
        "data.json size: holds 2 sizes for the 3 dimensions of id",
        "data.json id: expected a list of dimensions, each once",
        "data.json size: expected a list of whole numbers, found '2'",
        "data.json role.time: expected a list of dimensions of id, found year",
        "data.json role.geo: expected a list of dimensions of id, found region",
        "data.json role: expected an object, found a list",
        "data.json dimension.region.category.index: holds 2 categories, but size says 1000000000",
        "data.json dimension.year.category.index: holds 2 categories, but size says 1000000000",
        "data.json dimension.sex.category.index: holds 2 categories, but size says 1000000000",
        "data.json size: means more cells than any dataset can have",
      ]
    `);
  });

  it('says what a file is that is no dataset of JSON-stat 2.0', async () => {
    expect([
      ...(await refused({ class: 'collection' })),
      ...(await refused({ class: undefined, version: undefined })),
      ...(await refused({ class: 'data', version: 2 })),
      ...(await refused({ version: '1.3' })),
      ...(await problems(() => opened('[1]'))),
      ...(await problems(() => opened('{"version": "2.0", '))),
      ...(await problems(() => opened(Buffer.from('{"a":"ü"}', 'latin1')))),
      ...(await problems(() => opened(small, { sizeLimit: 100 }))),
      ...(await problems(() => openJsonStat(join(folder, 'none.json'), { file: 'none.json' }))).map(
        (line) => line.split(',')[0] ?? '',
      ),
    ]).toMatchInlineSnapshot(`
      [
        "data.json class: the file is a collection of JSON-stat: open one of its datasets, or save that as a file of its own",
        "data.json version: is missing: a file of JSON-stat before 2.0, or none at all; download it as version 2.0",
        "data.json class: expected 'dataset', found 'data'",
        "data.json version: expected '2.0', found 2: download the file as version 2.0",
        "data.json version: expected '2.0', found '1.3': download the file as version 2.0",
        "data.json: expected a dataset of JSON-stat, found a list",
        "data.json: the file is no JSON, or is cut off (Expected double-quoted property name in JSON at position 19 (line 1 column 20)): download it again",
        "data.json: the file is not UTF-8, which JSON must be: download it again",
        "data.json: the file has 533 bytes, more than 100 bytes: ask for fewer years or territories",
        "none.json: ENOENT: no such file or directory",
      ]
    `);
    await expect(opened(small, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
  });

  it('reads a single category without an index, a byte order mark, and no values at all', async () => {
    const single = {
      ...small,
      id: ['region'],
      size: [1],
      role: {},
      value: [7],
      dimension: { region: { category: { label: { 12070: 'P' } } } },
    };
    expect(await lines(await opened(`\ufeff${JSON.stringify(single)}`))).toEqual(['1   12070 7']);
    const empty = await opened({
      ...small,
      size: [0, 2, 2],
      value: [],
      dimension: { ...small.dimension, region: { category: { index: [] } } },
    });
    expect(await lines(empty)).toEqual([]);
    expect(empty.bytesRead()).toBe(empty.bytes);
  });

  it('tells neither moments that there are not nor characters that no database stores', async () => {
    const table = await opened({
      ...small,
      updated: 'yesterday',
      label: 'Peo\u0000ple',
      note: ['\u0007', 'a\nb'],
    });
    expect([table.retrieved, table.title, table.notes]).toEqual([null, 'Peo ple', ['a b']]);
  });

  it('reads the samples of the format', async () => {
    const galicia = await openJsonStat(official('jsonstat-2.0-galicia.json'));
    expect({
      code: galicia.code,
      variables: galicia.variables,
      institute: galicia.institute,
    }).toMatchInlineSnapshot(`
      {
        "code": "https://json-stat.org/samples/galicia.json",
        "institute": "INE and IGE",
        "variables": [
          "birth",
          "age",
          "gender",
          "residence",
          "concept",
        ],
      }
    `);
    const rows = await rowsOf(galicia);
    expect(rows).toHaveLength(3960);
    expect(rows[0]).toMatchInlineSnapshot(`
      {
        "codes": [
          "T",
          "T",
          "T",
          "T",
          "pop",
        ],
        "column": 1,
        "content": "",
        "line": 1,
        "name": "",
        "quality": "",
        "territory": "",
        "text": "2695880",
        "time": "2001",
        "unit": "persons",
      }
    `);
    const hierarchy = await openJsonStat(official('jsonstat-2.0-hierarchy.json'));
    expect(await lines(hierarchy)).toEqual(['1   T :']);
  });

  it('keeps every value at its place, whatever the shape', async () => {
    const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(shape, fc.boolean(), async (size, sparse) => {
        const id = size.map((_, index) => `d${index}`);
        const count = size.reduce((product, one) => product * one, 1);
        const values = Array.from({ length: count }, (_, index) => index * 10);
        const dimension = Object.fromEntries(
          id.map((name, index) => [
            name,
            { category: { index: Array.from({ length: size[index] ?? 0 }, (_, code) => `c${code}`) } },
          ]),
        );
        const table = await opened({
          version: '2.0',
          class: 'dataset',
          id,
          size,
          dimension,
          value: sparse ? { ...values } : values,
        });
        const read = await rowsOf(table);
        const expected = values.map((value, index) => {
          let rest = index;
          const codes = size.toReversed().map((one) => {
            const code = `c${rest % one}`;
            rest = Math.floor(rest / one);
            return code;
          });
          return [codes.toReversed().join(), String(value)];
        });
        expect(read.map(({ codes, text }) => [codes.join(), text])).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });
});
