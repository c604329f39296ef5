import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveredObservation } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialTable } from '../../tests/official-table.ts';
import { smallTable, tableFile } from '../../tests/small-table.ts';
import { defineIndicatorPlugin } from '../definition/define-indicator-plugin.ts';
import type { GenesisInput } from '../definition/input-definition.ts';
import type { Load, MeasureDefinition } from '../definition/plugin-definition.ts';
import { registerPlugins } from '../registration/register-plugins.ts';
import { openInput } from './open-input.ts';

const title = { de: 'Titel', en: 'Title' };
const measure = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  dimensions: ['sex'],
} as const;

const bySex: NonNullable<GenesisInput['columns']> = [
  { header: ['Insgesamt'], measure: 'residents' },
  { header: ['männlich'], measure: 'residents', breakdown: { sex: 'male' } },
];

/** A plug-in with one input, whose changes a test is about. */
function plugin(
  input: Partial<GenesisInput> = {},
  { load, ...changes }: Partial<MeasureDefinition> & { readonly load?: Load } = {},
) {
  const defined = defineIndicatorPlugin<string, string>({
    id: 'people',
    apiVersion: 1,
    title,
    statistics: {
      update: { title, institute: 'Amt', licence: 'dl-de/by-2-0', populationBase: 'residents' },
    },
    inputs: {
      byDistrict: { level: 'district', reader: 'genesis', table: '12411-01-01-4', columns: bySex, ...input },
    },
    measures: { residents: { ...measure, ...changes } },
    ...(load === undefined ? {} : { load }),
  });
  expect(registerPlugins([defined]).problems).toEqual([]);
  return defined;
}

let folder = '';
let small = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
  small = await tableFile(folder, 'small.csv', smallTable);
});
afterAll(() => rm(folder, { recursive: true }));

async function observationsOf(defined: ReturnType<typeof plugin>, path: string) {
  const { batches } = await openInput(defined, path);
  return (await Array.fromAsync(batches())).flat();
}

/** The message of what fails, without the folder of the test. */
async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error.message.replaceAll(`${folder}/`, '');
  }
  return 'nothing failed';
}

function line({ territory, period, breakdown, cell, line, column }: DeliveredObservation): string {
  return `${line}:${column} ${territory} ${period} ${JSON.stringify(breakdown)} ${cell.value ?? cell.sign} ${cell.status}`;
}

describe('openInput', () => {
  it('matches a file to the input by its own header', async () => {
    const { batches, progress, account, findings, ...opened } = await openInput(plugin(), small);
    expect(opened).toMatchInlineSnapshot(`
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
        "bytes": 889,
        "format": "genesis",
        "input": "byDistrict",
        "institute": "Statistische Ämter des Bundes und der Länder",
        "kind": "full",
        "level": "district",
        "licence": "dl-de/by-2-0",
        "notes": [
          "ab dem Berichtsjahr 2011: nach dem Zensus 2011",
          "Rheinland-Pfalz (ab 2011): Gebietsstand des Folgejahres",
          "Berlin: auf dem Gebietsstand, der damals galt",
        ],
        "plugin": "people",
        "retrieved": "2017-10-10T11:01:03",
        "statistic": "update",
        "table": "12411-01-01-4",
        "title": "Bevölkerungsstand: Bevölkerung nach Geschlecht - Stichtag 31.12. -",
      }
    `);
    expect(progress()).toBe(0);
    await Array.fromAsync(batches());
    expect(progress()).toBe(opened.bytes);
  });

  it('yields an observation for every mapped cell, with its place', async () => {
    const observations = await observationsOf(plugin(), small);
    expect(observations.map(line)).toMatchInlineSnapshot(`
      [
        "8:3 DG 2015 {} 300 NORMAL",
        "8:4 DG 2015 {"sex":"male"} 140 NORMAL",
        "8:6 DG 2014 {} 290 NORMAL",
        "8:7 DG 2014 {"sex":"male"} 135 NORMAL",
        "9:3 12 2015 {} 100 NORMAL",
        "9:4 12 2015 {"sex":"male"} 45 NORMAL",
        "9:6 12 2014 {} 90 NORMAL",
        "9:7 12 2014 {"sex":"male"} 40 NORMAL",
        "10:3 12070 2015 {} 77 NORMAL",
        "10:4 12070 2015 {"sex":"male"} - NOT_AVAILABLE",
        "10:6 12070 2014 {} 76 NORMAL",
        "10:7 12070 2014 {"sex":"male"} 36 NORMAL",
        "11:3 12072 2015 {} 23 NORMAL",
        "11:4 12072 2015 {"sex":"male"} 11 NORMAL",
        "11:6 12072 2014 {} ... PENDING",
        "11:7 12072 2014 {"sex":"male"} / UNRELIABLE",
      ]
    `);
    expect(observations[0]).toMatchObject({ measure: 'residents', name: 'Deutschland' });
  });

  it('shares what many observations have in common', async () => {
    const path = officialTable('districts/12411-01-01-4_00.csv');
    const observations = await observationsOf(plugin(), path);
    const signs = new Set(observations.filter(({ cell }) => cell.sign === '-').map(({ cell }) => cell));
    expect([...signs]).toEqual([{ value: null, status: 'NOT_AVAILABLE', flags: 0, sign: '-' }]);
    expect(new Set(observations.map(({ breakdown }) => breakdown)).size).toBeLessThan(50);
  });

  it('speaks of notes on boundaries that it does not understand', async () => {
    const warnings: string[] = [];
    await openInput(plugin(), small, { log: { info: () => undefined, warn: (text) => warnings.push(text) } });
    expect(warnings.map((text) => text.replace(folder, ''))).toMatchInlineSnapshot(`
      [
        "/small.csv: a note on boundaries is not understood and has no effect: Berlin: auf dem Gebietsstand, der damals galt",
      ]
    `);
  });

  it('refuses a table that the plug-in does not take, and says which it takes', async () => {
    const other = officialTable('districts/12111-01-01-4_00.csv');
    expect(
      (await failure(openInput(plugin(), other))).replace(/(\S*\/)observations/, ''),
    ).toMatchInlineSnapshot(`
      "The file is not for the plug-in people: 1 problem, nothing was stored
        /districts/12111-01-01-4_00.csv:1: expected 12411-01-01-4 (byDistrict), found table 12111-01-01-4 'Zensus 2011, Bevölkerung nach Geschlecht und Nationalität - Stichtag 09.05.2011 -'"
    `);
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    const { batches } = await openInput(plugin(), small, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(Array.fromAsync(batches())).rejects.toThrow('enough');
  });
});

describe('the declared mapping', () => {
  it('selects rows by the labels of category columns, also one row a column', async () => {
    const path = officialTable('districts/12411-03-03-4_00.csv');
    const input: Partial<GenesisInput> = {
      table: '12411-03-03-4',
      rows: ['Insgesamt'],
      columns: [
        { header: ['Ausländer(innen)', 'Insgesamt'], measure: 'residents' },
        {
          header: ['Insgesamt', 'weiblich'],
          rows: ['unter 3 Jahre'],
          measure: 'residents',
          breakdown: { sex: 'female' },
        },
      ],
    };
    const observations = await observationsOf(plugin(input), path);
    expect(observations).toHaveLength(2 * 526);
    expect(observations.slice(0, 2).map(line)).toMatchInlineSnapshot(`
      [
        "9:7 DG 2015 {"sex":"female"} 1069969 NORMAL",
        "30:11 DG 2015 {} 8651958 NORMAL",
      ]
    `);
    const missing = observationsOf(plugin({ ...input, rows: ['Zusammen'] }), path);
    expect((await failure(missing)).replace(/\S*\/districts/, 'districts')).toMatchInlineSnapshot(`
      "The table cannot be loaded: 1 problem, nothing was stored
        districts/12411-03-03-4_00.csv: no row is called 'Zusammen'; the file has 'unter 3 Jahre', '3 bis unter 6 Jahre', '6 bis unter 10 Jahre', '10 bis unter 15 Jahre', '15 bis unter 18 Jahre', '18 bis unter 20 Jahre', '20 bis unter 25 Jahre', '25 bis unter 30 Jahre', '30 bis unter 35 Jahre', '35 bis unter 40 Jahre', '40 bis unter 45 Jahre', '45 bis unter 50 Jahre', '50 bis unter 55 Jahre', '55 bis unter 60 Jahre', '60 bis unter 65 Jahre', '65 bis unter 70 Jahre', '70 bis unter 75 Jahre', '75 bis unter 80 Jahre', '80 bis unter 85 Jahre', '85 bis unter 90 Jahre', '90 Jahre und mehr', 'Insgesamt'"
    `);
    const unnamed = observationsOf(
      plugin({ table: '12411-03-03-4', columns: (input.columns ?? []).slice(0, 1) }),
      path,
    );
    expect((await failure(unnamed)).replace(/\S*\/districts/, 'districts')).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/byDistrict: 1 problem, nothing was stored
        districts/12411-03-03-4_00.csv: the mapping names no row, but the table has the category columns 4: write one label for each in rows"
    `);
  });

  it('reads years of rows and of the title, flows and school years', async () => {
    const years = async (name: string, header: string[], reference: MeasureDefinition['reference']) => {
      const table = /\d{5}-\d\d-\d\d-\d/.exec(name)?.[0] ?? '';
      const level = name.startsWith('districts') ? 'district' : 'municipality';
      const input = { table, level, columns: [{ header, measure: 'residents' }] } as const;
      const observations = await observationsOf(
        plugin(input, { reference, overTime: 'mean' }),
        officialTable(name),
      );
      return [...new Set(observations.map(({ period }) => period))].sort();
    };
    const naturalisations = [
      'Einbürgerungen von Ausländern',
      'Kontinente (einschl. staatenlos etc.)',
      'Insgesamt',
    ];
    expect(await years('districts/12511-01-01-4.csv', naturalisations, { during: 'period' })).toEqual([
      '2011',
      '2012',
      '2013',
      '2014',
      '2015',
      '2016',
    ]);
    expect(
      await years('municipalities/13211-01-03-5_00.csv', ['Arbeitslose insgesamt'], { mean: 'year' }),
    ).toEqual(['2016']);
    const leavers = await years('districts/21111-02-06-4.csv', ['Schulabschluss', 'Insgesamt', 'weiblich'], {
      schoolYear: 'end',
    });
    expect([leavers.length, leavers[0], leavers.at(-1)]).toEqual([21, '1995', '2015']);
  });

  it('refuses headers that are missing or not unique, and lists what the file has', async () => {
    const columns = [
      { header: ['Alle'], measure: 'residents' },
      { header: ['Insgesamt', 'weiblich'], measure: 'residents', breakdown: { sex: 'female' } },
    ];
    expect(await failure(openInput(plugin({ columns }), small))).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/byDistrict: 3 problems, nothing was stored
        small.csv: no column has the header ["Alle"]
        small.csv: no column has the header ["Insgesamt","weiblich"]
        small.csv: the headers of the file are ["Insgesamt"], ["männlich"], ["weiblich"]"
    `);
    const doubled = await tableFile(folder, 'doubled.csv', smallTable.replaceAll('weiblich', 'männlich'));
    expect(await failure(openInput(plugin(), doubled))).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/byDistrict: 2 problems, nothing was stored
        doubled.csv: columns 4 and 5 have the same header ["männlich"] for 2015-12-31: the mapping cannot tell them apart
        doubled.csv: columns 7 and 8 have the same header ["männlich"] for 2014-12-31: the mapping cannot tell them apart"
    `);
    const uneven = await tableFile(folder, 'uneven.csv', smallTable.replace('männlich', 'divers'));
    expect(await failure(openInput(plugin(), uneven))).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/byDistrict: 1 problem, nothing was stored
        uneven.csv: no column has the header ["männlich"] for 2015-12-31"
    `);
    expect(await failure(openInput(plugin({ rows: ['Insgesamt'] }), small))).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/byDistrict: 1 problem, nothing was stored
        small.csv: the mapping names the row 'Insgesamt', but the table has no category column: leave rows out"
    `);
  });

  it('refuses dates and units that contradict the measure', async () => {
    expect(
      await failure(openInput(plugin({}, { reference: { at: '06-30' } }), small)),
    ).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/byDistrict: 2 problems, nothing was stored
        small.csv: the table's values are of 2015-12-31, but the measure expects values of 06-30 (residents)
        small.csv: the table's values are of 2014-12-31, but the measure expects values of 06-30 (residents)"
    `);
    expect(await failure(openInput(plugin({}, { reference: { during: 'period' } }), small))).toContain(
      'expects a year',
    );
    expect(
      await failure(openInput(plugin({}, { unit: 'percent', rollup: 'none' }), small)),
    ).toMatchInlineSnapshot(`
      "The table does not fit the mapping of people/byDistrict: 2 problems, nothing was stored
        small.csv: the column ["Insgesamt"] is in 'Anzahl', but the measure residents is in percent
        small.csv: the column ["männlich"] is in 'Anzahl', but the measure residents is in percent"
    `);
    const dated = officialTable('districts/13111-01-03-4_00.csv');
    const header = ['Nationalität', 'Insgesamt', 'Geschlecht', 'Insgesamt'];
    const employees = plugin({ table: '13111-01-03-4', columns: [{ header, measure: 'residents' }] });
    expect((await failure(observationsOf(employees, dated))).replace(/\S*\/districts/g, 'districts')).toMatch(
      /4 problems[\s\S]*districts\/13111-01-03-4_00.csv:11:1: the table's values are of 2015-06-30, but the measure expects values of 12-31/,
    );
  });

  it('lists all cells and keys that cannot be read, and yields nothing after the first', async () => {
    const broken = smallTable
      .replace(';23;', ';23.000;')
      .replace('(36)', '36?')
      .replace('12  ;', '12;')
      .replace('\n12;', '\n99;')
      .replace('\n12072;', '\n1207 2;');
    const path = await tableFile(folder, 'broken.csv', broken);
    const { batches } = await openInput(plugin(), path);
    let yielded = 0;
    const reading = (async () => {
      for await (const batch of batches()) yielded += batch.length;
    })();
    expect(await failure(reading)).toMatchInlineSnapshot(`
      "The table cannot be loaded: 4 problems, nothing was stored
        broken.csv:9:1: '99' is no key of a district table: expected digits of a territory, or DG
        broken.csv:10:7: '36?' is neither a number nor a known sign
        broken.csv:11:1: '1207 2' is no key of a district table: expected digits of a territory, or DG
        broken.csv:11:3: '23.000' is ambiguous: '.' is not the decimal sign ',' and is not declared the thousands separator"
    `);
    expect(yielded).toBe(0);
  });

  it('stops reading a file with thousands of problems', async () => {
    const rows = Array.from({ length: 12_000 }, () => 'DG;Deutschland;?;?;0;0;0;0').join('\n');
    const path = await tableFile(
      folder,
      'hopeless.csv',
      smallTable.replace(/^(DG|12).*\n/gm, '').replace('____', `${rows}\n____`),
    );
    expect(await failure(observationsOf(plugin(), path))).toContain('10000 problems');
  });
});

describe('load', () => {
  const load: Load = async function* ({ input, table, log }) {
    log.info(`reading ${input}`);
    for await (const rows of table.rows()) {
      yield rows.map(({ key, cells, line }) => ({
        measure: 'residents',
        territory: key,
        period: '2015',
        cell: { value: Number(cells[2]), status: 'NORMAL', flags: 0, sign: null },
        line,
      }));
    }
  };

  it('reads a table that no mapping describes', async () => {
    const { columns: _, ...input } = plugin().inputs.byDistrict as GenesisInput;
    const messages: string[] = [];
    const log = { info: (text: string) => messages.push(text), warn: () => undefined };
    const loading = { ...plugin({}, { load }), inputs: { byDistrict: input } };
    const { batches } = await openInput(loading, small, { log });
    const observations = (await Array.fromAsync(batches())).flat();
    expect(observations.map(({ territory, cell }) => [territory, cell.value])).toEqual([
      ['DG', 300],
      ['12', 100],
      ['12070', 77],
      ['12072', 23],
    ]);
    expect(messages).toEqual(['reading byDistrict']);
  });

  it('is held to the definition', async () => {
    const wrong: Load = async function* () {
      const cell = { value: 1, status: 'NORMAL', flags: 0, sign: null } as const;
      yield [
        { measure: 'residnts', territory: 'DG', period: '2015', cell, line: 3 },
        { measure: 'residents', territory: 'DG', period: '15', cell, line: 4 },
        {
          measure: 'residents',
          territory: 'DG',
          period: '2015',
          breakdown: { sex: 'm', age: 'old' },
          cell,
          line: 5,
        },
      ];
    };
    const { columns: _, ...input } = plugin().inputs.byDistrict as GenesisInput;
    const loading = { ...plugin({}, { load: wrong }), inputs: { byDistrict: input } };
    expect(await failure(observationsOf(loading, small))).toMatchInlineSnapshot(`
      "What people read from the file cannot be loaded: 4 problems, nothing was stored
        small.csv:3: 'residnts' is no measure of people; did you mean 'residents'?
        small.csv:4: '15' is no period: write 2015, 2015-Q1 or 2015-06
        small.csv:5: 'm' is no category of sex
        small.csv:5: 'age' is no dimension of the measure residents"
    `);
  });
});
