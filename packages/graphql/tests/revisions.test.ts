import { type Store, withdrawRelease } from '@kreisweit/store';
import { askedEngines, ingestTable, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, dataOf } from './ask.ts';

/** Data versions 4 to 8: provisional, final, a table that changes something else, revised, confidential in one village. */
const tables = [
  `
            residents 2014  foreigners 2014
  16097001  100p            10
  16097002  60              6
  16097003  40              4`,
  `
            residents 2014  foreigners 2014
  16097001  100             10
  16097002  60              6
  16097003  40              4`,
  `
            residents 2015  foreigners 2014
  16097001  100             10
  16097002  60              6
  16097003  40              4`,
  `
            residents 2014
  16097001  103r
  16097002  60
  16097003  40`,
  `
            residents 2014
  16097001  103r
  16097002  .
  16097003  40`,
];

type Revisions = {
  readonly value: { readonly revisions: readonly { readonly dataVersion: number }[] };
};

describe.each(askedEngines)('revisions of a value on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await smallStore(engine);
    db = store.db;
    for (const [index, text] of tables.entries()) {
      await ingestTable(store, text, { kind: 'partial', title: `Table ${index + 1}` });
    }
  });
  afterAll(() => store.close());

  const village = (key: string) =>
    answer(
      db,
      `{ municipality(key: "${key}") { value(indicator: "small/residents", period: "2014") { revisions {
        dataVersion value status flags note release { title }
      } } } }`,
    );

  test('show how it became final and was revised, latest first; versions that changed nothing are left out', async () => {
    expect(await village('16097001')).toMatchInlineSnapshot(`
      "{
        municipality: {
          value: {
            revisions: [
              {
                dataVersion: 7,
                value: 103,
                status: 'NORMAL',
                flags: [ 'REVISED' ],
                note: 'T-1 (table.csv)',
                release: { title: 'Table 4' }
              },
              {
                dataVersion: 5,
                value: 100,
                status: 'NORMAL',
                flags: [],
                note: 'T-1 (table.csv)',
                release: { title: 'Table 2' }
              },
              {
                dataVersion: 4,
                value: 100,
                status: 'NORMAL',
                flags: [ 'PROVISIONAL' ],
                note: 'T-1 (table.csv)',
                release: { title: 'Table 1' }
              }
            ]
          }
        }
      }"
    `);
  });

  test('of a value that is confidential now, no number from before is told', async () => {
    expect(await village('16097002')).toMatchInlineSnapshot(`
      "{
        municipality: {
          value: {
            revisions: [
              {
                dataVersion: 8,
                value: null,
                status: 'CONFIDENTIAL_OR_UNKNOWN',
                flags: [],
                note: 'T-1 (table.csv)',
                release: { title: 'Table 5' }
              }
            ]
          }
        }
      }"
    `);
  });

  async function versions(territory: string, value: string): Promise<readonly number[]> {
    const found = (await dataOf(db, `{ ${territory} { ${value} { revisions { dataVersion } } } }`)) as Record<
      string,
      Revisions
    >;
    return Object.values(found).flatMap((each) => each.value.revisions.map(({ dataVersion }) => dataVersion));
  }

  test('end with the data version that is read', async () => {
    const value = (asOf: number) => `value(indicator: "small/residents", period: "2014", asOf: ${asOf})`;
    expect(await versions('municipality(key: "16097001")', value(6))).toEqual([5, 4]);
    expect(await versions('municipality(key: "16097002")', value(7))).toEqual([4]);
    expect(await versions('municipality(key: "16097001")', value(3))).toEqual([]);
  });

  test('are those of the published value, also of a formula', async () => {
    const share = 'value(indicator: "small/foreignShare", period: "2014")';
    expect(await versions('district(key: "16097")', share)).toEqual([8]);
    expect(await versions('municipality(key: "16097003")', share)).toEqual([4]);
    expect(await versions('municipality(key: "16098000")', share)).toEqual([]);
  });

  test('a withdrawal is told with its reason, and a value that is published no more is not available', async () => {
    const { release } = await ingestTable(store, '  places 2014\n16097003 5');
    await withdrawRelease(store, release, { reason: 'a wrong file' });
    const found = await answer(
      db,
      `{ municipality(key: "16097003") { value(indicator: "small/places", period: "2014") { value status revisions {
        dataVersion value status note release { title }
      } } } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        municipality: {
          value: {
            value: null,
            status: 'NOT_AVAILABLE',
            revisions: [
              {
                dataVersion: 10,
                value: null,
                status: 'NOT_AVAILABLE',
                note: 'a wrong file',
                release: null
              },
              {
                dataVersion: 9,
                value: 5,
                status: 'NORMAL',
                note: 'T-1 (table.csv)',
                release: { title: 'Table' }
              }
            ]
          }
        }
      }"
    `);
  });
});
