import type { Store } from '@kreisweit/store';
import { askedEngines, ingestTable, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, dataOf } from './ask.ts';

/**
 * 2014: all of Aue (16097) has reported residents, of Fels (16099) one of two, of Linde (09171) only the total; the town
 * Eiche (16098) is its own member. Of foreigners one village of Aue is hidden, and Fels has nothing.
 */
const figures = `
            residents 2014  foreigners 2014  residents 2015
  02        1000            100              _
  09171     500             _                _
  16097     200             20               _
  16097001  100             10               100
  16097002  60              5                60
  16097003  40              .                40
  16098     300             30               _
  16099001  50              _                _`;

type Answer = {
  readonly reporting: {
    readonly territories: readonly { readonly key: string }[];
    readonly statuses: readonly string[];
    readonly reported: readonly (number | null)[];
    readonly expected: readonly (number | null)[];
    readonly received: readonly (string | null)[];
  };
};

describe.each(askedEngines)('reporting on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await smallStore(engine);
    await ingestTable(store, figures);
    db = store.db;
  });
  afterAll(() => store.close());

  /** `key: STATUS reported/expected`, one a district. */
  async function states(args: string): Promise<readonly string[]> {
    const { reporting } = (await dataOf(
      db,
      `{ reporting(plugin: "small", ${args}) { territories { key } statuses reported expected received } }`,
    )) as Answer;
    return reporting.territories.map(({ key }, at) =>
      [
        `${key}: ${reporting.statuses[at]} ${reporting.reported[at]}/${reporting.expected[at]}`,
        reporting.received[at] === null ? 'never' : '',
      ]
        .join(' ')
        .trim(),
    );
  }

  test('shows the state of all districts of a measure at a glance', async () => {
    expect(await states('measure: "small/residents", period: "2014"')).toMatchInlineSnapshot(`
      [
        "02000: COMPLETE 1/1",
        "09171: DELIVERED_ONLY 0/null",
        "16097: COMPLETE 3/3",
        "16098: COMPLETE 1/1",
        "16099: PARTIAL 1/2",
      ]
    `);
    expect(await states('measure: "small/residents", period: "2015", state: "16"')).toMatchInlineSnapshot(`
      [
        "16097: COMPLETE 3/3",
        "16098: NOTHING 0/1",
        "16099: NOTHING 0/null",
      ]
    `);
  });

  test('tells no numbers where a member is confidential', async () => {
    expect(await states('measure: "small/foreigners", period: "2014"')).toMatchInlineSnapshot(`
      [
        "02000: COMPLETE 1/1",
        "09171: NOTHING 0/null",
        "16097: COMPLETE null/null",
        "16098: COMPLETE 1/1",
        "16099: NOTHING 0/null",
      ]
    `);
  });

  test('of a whole plug-in is that of its least complete measure, of those that anybody delivered', async () => {
    expect(await states('period: "2014"')).toMatchInlineSnapshot(`
      [
        "02000: COMPLETE 1/1",
        "09171: PARTIAL 0/null",
        "16097: COMPLETE null/null",
        "16098: COMPLETE 1/1",
        "16099: PARTIAL 0/2",
      ]
    `);
    expect(
      await answer(
        db,
        `{ reporting(plugin: "small", period: "2014", state: "16") { measures { key } territories { key name ars ags } } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        reporting: {
          measures: [ { key: 'small/foreigners' }, { key: 'small/residents' } ],
          territories: [
            { key: '16097', name: 'Aue', ars: '16097', ags: '16097' },
            { key: '16098', name: 'Eiche', ars: '16098', ags: '16098' },
            { key: '16099', name: 'Fels', ars: '16099', ags: '16099' }
          ]
        }
      }"
    `);
  });

  test('of a period that nobody has delivered is NOTHING everywhere', async () => {
    expect(await states('period: "1999"')).toEqual(
      ['02000', '09171', '16097', '16098', '16099'].map((key) => `${key}: NOTHING null/null never`),
    );
  });

  test('of an earlier data version shows what had arrived then', async () => {
    expect(await states('measure: "small/residents", period: "2014", state: "16", asOf: 1')).toEqual([]);
  });

  test('says when the last table of a district was received', async () => {
    const { reporting } = (await dataOf(
      db,
      `{ reporting(plugin: "small", period: "2014", state: "16") { territories { key } received } }`,
    )) as Answer;
    const { rows } = await store.database.pool.query(
      `select to_char(max(received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from release`,
    );
    expect(reporting.received).toEqual([rows[0].at, rows[0].at, rows[0].at]);
  });

  test('names what exists', async () => {
    const errorsOf = async (args: string) =>
      (await ask(db, `{ reporting(${args}, period: "2014") { statuses } }`)).errors;
    expect([
      ...(await errorsOf('plugin: "smal"')),
      ...(await errorsOf('plugin: "small", measure: "small/resident"')),
      ...(await errorsOf('plugin: "small", state: "16097"')),
    ]).toMatchInlineSnapshot(`
      [
        {
          "argument": "plugin",
          "code": "BAD_USER_INPUT",
          "message": "There is no plug-in 'smal'. There are 'small'.",
          "path": "reporting",
        },
        {
          "argument": "measure",
          "code": "BAD_USER_INPUT",
          "message": "There is no measure 'small/resident'. Did you mean 'small/residents'?",
          "path": "reporting",
        },
        {
          "argument": "state",
          "code": "BAD_USER_INPUT",
          "message": "'16097' is the key of a district. Write the two digits of a Land, like 12.",
          "path": "reporting",
        },
      ]
    `);
  });
});
