import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DeliveredObservation, flagsOfBits } from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../tests/failure.ts';
import { officialFile } from '../../tests/official-table.ts';
import { peoplePlugin } from '../../tests/people-plugin.ts';
import { tableFile } from '../../tests/small-table.ts';
import type { CodedInput } from '../definition/input-definition.ts';
import type { MeasureDefinition } from '../definition/plugin-definition.ts';
import { openInput } from '../input/open-input.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const flat = { reader: 'genesis-flat', level: 'district' } as const;

async function read(path: string, input: CodedInput, changes: Partial<MeasureDefinition> = {}) {
  const opened = await openInput(peoplePlugin({ given: input }, changes), path);
  const observations = (await Array.fromAsync(opened.batches())).flat();
  const account = opened.account();
  const skipped = account.skipped.reduce((sum, { values }) => sum + values, 0);
  expect(account.values).toBe(account.delivered + skipped);
  expect(account.delivered).toBe(observations.length);
  return { opened, observations, account };
}

const sum = (observations: readonly DeliveredObservation[]): number =>
  observations.reduce((total, { cell }) => total + (cell.value ?? 0), 0);

describe('flat files of the institutes', () => {
  it('population: the live districts are Germany, and the parts stand beside them', async () => {
    const path = officialFile('observations/flat/12411-01-01-4_1773175772751_de_flat.csv');
    const { opened, observations, account } = await read(path, {
      ...flat,
      table: '12411-01-01-4',
      values: [{ content: 'BEVSTD', dimensions: { GES: 'sex' }, measure: 'people' }],
    });
    const totals = observations.filter(({ breakdown }) => Object.keys(breakdown ?? {}).length === 0);
    const live = totals.filter(({ cell }) => cell.value !== null);
    const districts = live.filter(({ territory }) => territory.length === 5);
    expect([districts.length, sum(districts), live.length - districts.length]).toEqual([400, 83_577_140, 15]);
    expect(new Set(observations.map(({ breakdown }) => JSON.stringify(breakdown)))).toEqual(
      new Set(['{}', '{"sex":"male"}', '{"sex":"female"}']),
    );
    expect(account).toEqual({ rows: 1467, values: 1467, delivered: 1467, skipped: [] });
    expect(opened).toMatchObject({
      format: 'genesis-flat',
      kind: 'full',
      table: '12411-01-01-4',
      title: 'Fortschreibung des Bevölkerungsstandes',
      institute: 'Amt',
      licence: 'dl-de/by-2-0',
    });
    expect(opened.progress()).toBe(opened.bytes);
  });

  it('employees: all rows of districts hold a dash', async () => {
    const path = officialFile('observations/flat/13111-01-03-4_1773175029986_de_flat.csv');
    const { observations, account } = await read(
      path,
      {
        ...flat,
        table: '13111-01-03-4',
        values: [
          { content: 'ERW032', dimensions: { GES: 'sex' }, measure: 'people' },
          { content: 'ERW032', where: { NAT: 'NATA', GES: '' }, measure: 'others' },
        ],
        ignored: [{ where: { GES: ['GESW'] }, reason: 'women are the rest' }],
      },
      { reference: { at: '06-30' } },
    );
    const districts = observations.filter(({ territory }) => territory.length === 5);
    expect(new Set(districts.map(({ cell }) => cell.sign))).toEqual(new Set(['-']));
    expect(
      observations
        .filter(({ territory }) => territory === 'DG')
        .map(({ measure, breakdown, cell }) => `${measure} ${JSON.stringify(breakdown)} ${cell.value}`)
        .sort(),
    ).toMatchInlineSnapshot(`
      [
        "others {} 5837916",
        "people {"sex":"male"} 18659843",
        "people {} 34885481",
      ]
    `);
    expect(account).toMatchInlineSnapshot(`
      {
        "delivered": 1650,
        "rows": 3300,
        "skipped": [
          {
            "reason": "no mapping for ERW032 with NAT 'NATA', GES 'GESM'",
            "values": 550,
          },
          {
            "reason": "women are the rest",
            "values": 1100,
          },
        ],
        "values": 3300,
      }
    `);
  });

  it('census: municipalities by their register key', async () => {
    const path = officialFile('observations/flat/1000A-0000_1773175153999_de_flat.csv');
    const { observations, account } = await read(
      path,
      {
        ...flat,
        level: 'municipality',
        table: '1000A-0000',
        values: [{ content: 'PRS018', measure: 'people' }],
        ignored: [{ content: 'PRS001', reason: 'Germany has a code of its own' }],
      },
      { reference: { at: '05-15' } },
    );
    expect([observations.length, new Set(observations.map(({ territory }) => territory)).size]).toEqual([
      10_786, 10_786,
    ]);
    expect(account.skipped).toEqual([{ reason: 'Germany has a code of its own', values: 1 }]);
  });

  it('Mikrozensus: thousands, and quality signs beside the values', async () => {
    const path = officialFile('observations/flat/12211-Z-11_1773175349407_de_flat.csv');
    const input: CodedInput = {
      ...flat,
      table: '12211-Z-11',
      values: [
        { content: 'LBFMZ01', where: { LBFORM01: 'LB-INS' }, measure: 'people', factor: 1000 },
        { content: 'LBFMZ01', dimensions: { LBFORM01: 'familyForm' }, measure: 'others', factor: 1000 },
      ],
    };
    const { observations } = await read(path, input);
    const signs = Map.groupBy(observations, ({ cell }) =>
      [cell.status, ...flagsOfBits(cell.flags), cell.sign].join(' '),
    );
    expect(Object.fromEntries([...signs].map(([sign, cells]) => [sign, cells.length]))).toEqual({
      'NORMAL ESTIMATED e': 893,
      'NORMAL LIMITED ()': 14,
      'NOT_AVAILABLE -': 1020,
      'UNRELIABLE /': 29,
    });
    expect(
      observations.find(({ territory, measure }) => territory === '05554' && measure === 'people')?.cell,
    ).toMatchObject({ value: 166_000 });

    const [total, others] = input.values ?? [];
    if (total === undefined || others === undefined) throw new Error('the input has two mappings');
    const { factor: _, ...plain } = total;
    expect(await failure(read(path, { ...input, values: [plain, others] }))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 1 problem, nothing was stored
        12211-Z-11_1773175349407_de_flat.csv:2:14: the file counts in '1000', the measure in person, and the mapping declares no factor: write factor: 1000 (people) (and in 488 more rows)"
    `);
    expect(await failure(read(path, { ...input, values: [others] }))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 1 problem, nothing was stored
        12211-Z-11_1773175349407_de_flat.csv:2:LBFORM01: 'LB-INS' of LBFORM01 is no category of familyForm (and in 488 more rows)"
    `);
  });

  it('areas: the older style, with a factor', async () => {
    const path = officialFile('formats/ffcsv_old_style_11111-0001.csv');
    const { opened, observations } = await read(
      path,
      { ...flat, table: '11111-0001', values: [{ content: 'FLC006', measure: 'people', factor: 100 }] },
      { unit: 'hectare' },
    );
    expect(
      observations.map(({ territory, period, cell }) => `${territory} ${period} ${cell.value}`),
    ).toMatchInlineSnapshot(`
      [
        "08 2022 3574785",
        "09 2022 7054158",
        "11 2022 89112",
        "12 2022 2965438",
        "04 2022 41961",
        "DG 2022 35759599",
      ]
    `);
    expect(opened.findings()).toHaveLength(1);
  });
});

const HEADER =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label';

type Row = {
  readonly key?: string;
  readonly time?: string;
  readonly sex?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly content?: string;
};

function row({
  key = '12070',
  time = '2024',
  sex = '',
  value = '7',
  unit = 'Anzahl',
  content = 'BEV',
}: Row): string {
  return `12411;Stand;JAHR;Jahr;${time};KREISE;Kreise;${key};Name;GES;Geschlecht;${sex};;${value};${unit};${content};Bevölkerung`;
}

async function written(
  rows: readonly Row[],
  values: CodedInput['values'] = [{ content: 'BEV', dimensions: { GES: 'sex' }, measure: 'people' }],
) {
  const path = await tableFile(folder, 'flat.csv', [HEADER, ...rows.map(row)].join('\n'));
  return read(path, { ...flat, table: '12411', ...(values === undefined ? {} : { values }) });
}

describe('mapLongRows', () => {
  it('names line and column of everything that is wrong, and of what many rows share once', async () => {
    const rows: Row[] = [
      {},
      { sex: 'GESX' },
      { sex: 'GESX' },
      { key: '1207 2' },
      { time: '2024-06-30' },
      { time: '2024-06-30' },
      { value: '1.000' },
      { value: '' },
      { unit: 'Prozent' },
    ];
    expect(await failure(written(rows))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 6 problems, nothing was stored
        flat.csv:3:GES: 'GESX' of GES is no category of sex (and in 1 more row)
        flat.csv:5: '1207 2' is no key of a district table: expected digits of a territory, or DG
        flat.csv:6: the table's values are of 2024-06-30, but the measure expects values of 12-31 (people) (and in 1 more row)
        flat.csv:8:14: '1.000' is ambiguous: '.' is not the decimal sign ',' and is not declared the thousands separator
        flat.csv:9:14: an empty cell; write a number or a sign ("-" nothing, "." unknown, "..." later)
        flat.csv:10:14: the file counts in 'Prozent', the measure in person (people)"
    `);
  });

  it('restores lost zeros, and tells it once', async () => {
    const { opened, observations } = await written([{ key: '8222' }, { key: '9162' }, {}]);
    expect(observations.map(({ territory }) => territory)).toEqual(['08222', '09162', '12070']);
    expect(opened.findings()).toEqual([
      {
        message: "the key of 2 rows had lost its leading zero, which was restored ('8222' is 08222)",
        line: 2,
      },
    ]);
  });

  it('skips with a reason what no mapping means', async () => {
    const { account } = await written(
      [{}, { sex: 'GESM' }, { sex: 'GESM' }, { content: 'X1' }, { key: '' }],
      [{ content: 'BEV', measure: 'people' }],
    );
    expect(account).toEqual({
      rows: 5,
      values: 5,
      delivered: 1,
      skipped: [
        { reason: "no mapping for BEV with GES 'GESM'", values: 2 },
        { reason: 'no mapping for X1 with the total', values: 1 },
        { reason: 'the total of all territories, of which the file does not say the key', values: 1 },
      ],
    });
  });

  it('delivers a row twice where two mappings mean it', async () => {
    const { observations } = await written(
      [{ sex: 'GESW' }],
      [
        { content: 'BEV', dimensions: { GES: 'sex' }, measure: 'people' },
        { content: 'BEV', where: { GES: ['GESW', 'GESX'] }, measure: 'others' },
      ],
    );
    expect(observations.map(({ measure, breakdown }) => [measure, breakdown])).toEqual([
      ['people', { sex: 'female' }],
      ['others', {}],
    ]);
  });

  it('refuses a mapping that no row follows', async () => {
    const values: CodedInput['values'] = [
      { content: 'BEV', measure: 'people' },
      { content: 'BEV', where: { GES: ['GESM', 'GESX'] }, measure: 'others' },
    ];
    expect(await failure(written([{}, { sex: 'GESW' }], values))).toMatchInlineSnapshot(`
      "The file cannot be loaded: 1 problem, nothing was stored
        flat.csv: no row of the file is BEV with GES 'GESM' or 'GESX' (others); left over are: no mapping for BEV with GES 'GESW'"
    `);
  });

  it('accounts for every value, whatever the rows are', async () => {
    const rows = fc.array(
      fc.record({
        sex: fc.constantFrom('', 'GESM', 'GESW'),
        content: fc.constantFrom('BEV', 'X1'),
        value: fc.constantFrom('-', '.', '12'),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const { account } = await written([{}, ...some]);
        expect(account.values).toBe(some.length + 1);
      }),
      { numRuns: 15 },
    );
  });
});

it('SDMX-CSV: keys, quarters, thousands, signs and totals', async () => {
  const lines = [
    'DATAFLOW,FREQ,SEX,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,CONF_STATUS',
    'K:PEOPLE(1.0),Q,_T,12070,2024-Q1,77.5,PS,3,P,F',
    'K:PEOPLE(1.0),Q,M,12070,2024-Q1,38,PS,3,A,C',
    'K:PEOPLE(1.0),Q,F,9162,2024-Q2,,PS,3,U,F',
    'K:PEOPLE(1.0),Q,F,DG,2024-Q2,,PS,3,L,F',
  ];
  const path = await tableFile(folder, 'sdmx.csv', `${lines.join('\n')}\n`);
  const input: CodedInput = {
    reader: 'sdmx-csv',
    level: 'district',
    table: 'K:PEOPLE(1.0)',
    values: [{ dimensions: { SEX: 'sex' }, measure: 'people', factor: 1000 }],
  };
  const { opened, observations } = await read(path, input, { reference: { during: 'period' } });
  expect(
    observations.map(({ territory, period, breakdown, cell }) =>
      [
        territory,
        period,
        JSON.stringify(breakdown),
        cell.value,
        cell.status,
        ...flagsOfBits(cell.flags),
        cell.sign,
      ].join(' '),
    ),
  ).toMatchInlineSnapshot(`
    [
      "12070 2024-Q1 {} 77500 NORMAL PROVISIONAL p",
      "12070 2024-Q1 {"sex":"male"}  CONFIDENTIAL *",
      "09162 2024-Q2 {"sex":"female"}  UNRELIABLE /",
      "DG 2024-Q2 {"sex":"female"}  NOT_COLLECTED_AT_LEVEL ",
    ]
  `);
  expect(opened.findings().map(({ line, message }) => `${line}: ${message}`)).toMatchInlineSnapshot(`
    [
      "3: 1 number is confidential and was not taken over (OBS_CONF, CONF_STATUS or OBS_STATUS)",
      "4: the key of 1 row had lost its leading zero, which was restored ('9162' is 09162)",
    ]
  `);
  expect(
    await failure(read(path, { ...input, values: [{ where: { GES: 'M' }, measure: 'people' }] })),
  ).toMatchInlineSnapshot(`
    "The file is not for the plug-in people: 1 problem, nothing was stored
      sdmx.csv:2: expected K:PEOPLE(1.0) as SDMX-CSV (given), found SDMX-CSV K:PEOPLE(1.0) (people/given: the file has no variable GES; it has FREQ, SEX, UNIT_MEASURE)"
  `);
});
