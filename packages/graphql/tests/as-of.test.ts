import type { Store } from '@kreisweit/store';
import { engines, ingestTable, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, dataOf, shown } from './ask.ts';

describe.each(engines)('an earlier state of the data on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await smallStore(engine);
    db = store.db;
    for (const value of [100, 110, 120]) await ingestTable(store, `  residents 2014\n16097001 ${value}`);
    const publish = (version: number, at: string) =>
      store.database.pool.query('update data_version set published_at = $2 where version = $1', [
        version,
        at,
      ]);
    for (const version of [1, 2, 3]) await publish(version, '2026-01-01T00:00:00Z');
    await publish(4, '2026-03-01T11:59:59.700Z');
    // In Germany this is the second of March.
    await publish(5, '2026-03-01T23:30:00Z');
    await publish(6, '2026-07-01T12:00:00Z');
  });
  afterAll(() => store.close());

  async function valueAsOf(asOf: number | string): Promise<unknown> {
    const data = await dataOf(
      db,
      `{ municipality(key: "16097001") { value(indicator: "small/residents", period: "2014", asOf: ${JSON.stringify(asOf)}) { value } } }`,
    );
    return (data as { readonly municipality: { readonly value: { readonly value: unknown } } }).municipality
      .value.value;
  }

  test.each([
    ['2026-01-01', null],
    ['2026-03-01T11:59:58Z', null],
    ['2026-03-01T11:59:59Z', 100],
    ['2026-03-01', 100],
    ['2026-03-02T00:29+01:00', 100],
    ['2026-03-02T00:30+01:00', 110],
    ['2026-03-02', 110],
    ['2026-06-30T23:59:59Z', 110],
    ['2026-03-01T11:59:59.600Z', null],
    ['2026-03-01T11:59:59.700Z', 100],
    ['2026-07-01', 120],
    [3, null],
    [4, 100],
    [6, 120],
  ])('at %j', async (asOf, value) => {
    expect(await valueAsOf(asOf)).toBe(value);
  });

  test('is that of `publishedAt` when that is written', async () => {
    const { dataVersion } = (await dataOf(db, '{ dataVersion { publishedAt } }')) as {
      readonly dataVersion: { readonly publishedAt: string };
    };
    expect(await valueAsOf(dataVersion.publishedAt)).toBe(120);
  });

  test('is asked for once, however many fields read it', async () => {
    const state = 'asOf: "2026-03-01"';
    const data = await dataOf(
      db,
      `{ district(key: "16097") {
        one: series(indicator: "small/residents", ${state}) { values }
        crossSection(indicator: "small/residents", period: "2014", level: MUNICIPALITY, ${state}) { values }
        reconciliation(measure: "small/residents", period: "2014", ${state}) { finding }
      } }`,
    );
    expect(shown(data)).toMatchInlineSnapshot(`
      "{
        district: {
          one: { values: [ null ] },
          crossSection: { values: [ 100, null, null, null ] },
          reconciliation: { finding: 'NOTHING_DELIVERED' }
        }
      }"
    `);
  });

  test('is read by as many statements for many moments as for one that means the same, and only so many are', async () => {
    const statementsFor = async (moments: number): Promise<number> => {
      let statements = 0;
      const counting = db.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const fields = Array.from(
        { length: moments },
        (_, minute) =>
          `at${minute}: value(indicator: "small/residents", period: "2014", asOf: "2026-05-01T00:${String(minute).padStart(2, '0')}Z") { value }`,
      );
      await dataOf(counting, `{ municipality(key: "16097001") { ${fields.join('\n')} } }`);
      return statements;
    };
    await statementsFor(1);
    expect(await statementsFor(20)).toBe(await statementsFor(1));
    await expect(statementsFor(21)).rejects.toThrow(/20 states of the data at most/);
  });

  test('is refused where it is none, or still to come', async () => {
    const messages = [];
    for (const asOf of [
      '"2999-01-01"',
      '"2999-01-01T00:00:00Z"',
      '"soon"',
      '"2026-03-01T12:00"',
      '-1',
      '1.5',
      '"2026-02-30T00:00:00Z"',
      '"0000-01-01"',
      '"9999-12-31T23:59:59-12:00"',
      `"${'x'.repeat(1000)}"`,
    ]) {
      const { errors } = await ask(
        db,
        `{ district(key: "16097") { series(indicator: "small/residents", asOf: ${asOf}) { values } } }`,
      );
      messages.push(errors.map((error) => (error as Error).message).join());
    }
    expect(messages).toMatchInlineSnapshot(`
      [
        "2999-01-01 is still to come: what will be published by then is not known. Leave it out to read the latest figures.",
        "2999-01-01T00:00:00.000Z is still to come: what will be published by then is not known. Leave it out to read the latest figures.",
        "'soon' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
        "'2026-03-01T12:00' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
        "'-1' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
        "'1.5' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
        "'2026-02-30T00:00:00Z' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
        "'0000-01-01' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
        "'9999-12-31T23:59:59-12:00' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' is no state of the data. Write the number of a data version like 12, a moment like "2026-03-01T12:00:00Z" or a day like "2026-03-01".",
      ]
    `);
  });
});
