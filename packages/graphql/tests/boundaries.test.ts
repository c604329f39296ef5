import type { Store } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema, queryCost } from '../src/index.ts';
import { answer, dataOf } from './ask.ts';
import { insertManyDistricts } from './fixture/insert-many-districts.ts';
import { insertRows } from './fixture/insert-rows.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

/** Muster (4), Österstadt (9), Altkreis (12) and Hafenstadt (15): an island, and a row of districts. */
async function insertBoundaries(store: Store): Promise<void> {
  const about = ['districts.geojson', 'x', '© BKG', 'dl-de/by-2-0'];
  await insertRows(
    store,
    'boundary_set',
    [
      ...['id', 'kind', 'valid_on', 'file', 'checksum', 'source', 'licence', 'changes'],
      ...['territory_ids', 'content_hash', 'topology', 'version_from'],
    ],
    [
      [1, 'district', '2013-12-31', ...about, null, [4, 9, 12, 15], '0123456789abcdef', '{}', 1],
      [2, 'district', '2021-12-31', ...about, 'coordinates rounded', [4, 9, 15], 'fedcba9876543210', '{}', 2],
    ],
  );
  const borders = [
    [1, 4, 12],
    [1, 12, 9],
    [2, 4, 9],
  ];
  await insertRows(
    store,
    'neighbour',
    ['boundary_set_id', 'territory_id', 'neighbour_id'],
    borders.flatMap(([set, one, other]) => [
      [set, one, other],
      [set, other, one],
    ]),
  );
}

describe.each(askedEngines)('boundaries on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    db = store.db;
    await insertBoundaries(store);
  });
  afterAll(() => store.close());

  test('name their address, their day and whose they are', async () => {
    expect(
      await answer(
        db,
        `{ now: boundaries(level: DISTRICT) { level validOn url geojsonUrl source licence changes }
           then: boundaries(level: DISTRICT, on: "2015-06-30") { validOn url changes }
           before: boundaries(level: DISTRICT, on: "1990-01-01") { validOn }
           none: boundaries(level: MUNICIPALITY) { url } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        now: {
          level: 'DISTRICT',
          validOn: '2021-12-31',
          url: '/boundaries/districts.fedcba9876543210.topojson',
          geojsonUrl: '/boundaries/districts.fedcba9876543210.geojson',
          source: '© BKG',
          licence: 'dl-de/by-2-0',
          changes: 'coordinates rounded'
        },
        then: { validOn: '2013-12-31', url: '/boundaries/districts.0123456789abcdef.topojson', changes: null },
        before: { validOn: '2013-12-31' },
        none: null
      }"
    `);
  });

  test('tell the neighbours: now, then, of an island, and nothing where nothing is known', async () => {
    expect(
      await answer(
        db,
        `{ district(key: "09199") { neighbours { __typename key name } then: neighbours(on: "2013-12-31") { key name } }
           asOfThen: district(key: "09199", on: "2013-12-31") { neighbours { key name } }
           dissolved: district(key: "09197") { neighbours { key } now: neighbours(on: "2021-12-31") { key } }
           island: district(key: "02000") { neighbours { key } }
           city: municipality(key: "09198000") { neighbours { key } }
           country: territory(key: "DG") { neighbours { key } } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          neighbours: [ { __typename: 'District', key: '09198', name: 'Österstadt' } ],
          then: [ { key: '09197', name: 'Altkreis' } ]
        },
        asOfThen: { neighbours: [ { key: '09197', name: 'Altkreis' } ] },
        dissolved: { neighbours: [ { key: '09198' }, { key: '09199' } ], now: null },
        island: { neighbours: [] },
        city: { neighbours: null },
        country: { neighbours: null }
      }"
    `);
  });

  test('cost the neighbours that there may be', () => {
    const document = parse(`{ district(key: "09199") { neighbours { key name } } }`);
    expect(queryCost(createSchema(), { document })).toBe(1 + 1 + 7 * 2);
  });

  test('of any number of districts take one statement', async () => {
    await insertManyDistricts(store, 400);
    let statements = 0;
    const counted = db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const document = `query ($first: Int!) { districts(first: $first) { nodes { key neighbours { key } } }
      a: boundaries(level: DISTRICT) { url } b: boundaries(level: STATE, on: "2015-12-31") { url } }`;
    const counts: number[] = [];
    for (const first of [1, 403]) {
      statements = 0;
      await dataOf(counted, document, { first });
      counts.push(statements);
    }
    // The data version, the page, the neighbours and the boundaries.
    expect(counts).toEqual([4, 4]);
  });
});
