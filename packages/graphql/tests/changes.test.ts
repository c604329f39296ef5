import { bitsOfFlags } from '@kreisweit/domain';
import type { Store } from '@kreisweit/store';
import { askedEngines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, dataOf } from './ask.ts';
import { ids } from './fixture/insert-catalogue.ts';
import { insertRows } from './fixture/insert-rows.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

const BREAK = bitsOfFlags(['BREAK']);
const REFORM = bitsOfFlags(['BREAK', 'REFORM']);

type Cell = readonly [period: string, value: number | null, flags?: number];

/** Residents of a town by year and quarter, and their share of foreigners, with breaks and a hidden value. */
const residents: readonly Cell[] = [
  ['2009', 800],
  ['2010', 1000],
  ['2011', 900, BREAK],
  ['2012', 945],
  ['2013', null],
  ['2014', 980],
  ['2014-Q3', 970],
  ['2014-Q4', 980],
  ['2015', 1225, REFORM],
  ['2015-Q1', 1200, REFORM],
];
const shares: readonly Cell[] = [
  ['2013', 0],
  ['2014', 0.1],
  ['2015', 0.3],
];

const TOWN = 990;

/** Inserts a town that is a district of its own, with a series of residents and one of shares. */
async function insertTown(store: Store): Promise<void> {
  await insertRows(
    store,
    'territory',
    ['id', 'kind', 'key', 'evidence'],
    [[TOWN, 'district', '09190', 'TABLE']],
  );
  await insertRows(
    store,
    'territory_version',
    [
      'territory_id',
      'proven_from',
      'proven_until',
      'ars',
      'ags',
      'name',
      'inhabited',
      'evidence',
      'version_from',
    ],
    [[TOWN, '2009-12-31', '2015-12-31', '09190', '09190', 'Bruchstadt', true, 'TABLE', 1]],
  );
  const series = (indicator: number, cells: readonly Cell[]) => [
    TOWN,
    TOWN,
    indicator,
    0,
    1,
    cells.map(([period]) => period),
    cells.map(([, value]) => value),
    cells.map(([, value]) => (value === null ? 80 : 0)),
    cells.map(([, , flags]) => flags ?? 0),
    cells.map(() => 0),
    cells.map(() => null),
  ];
  await insertRows(
    store,
    'published_series',
    [
      'district_id',
      'territory_id',
      'indicator_id',
      'breakdown_id',
      'version_from',
      'periods',
      'values',
      'statuses',
      'flags',
      'origins',
      'coverages',
    ],
    [series(ids.residentsOf, residents), series(ids.foreignShare, shares)],
  );
}

describe.each(askedEngines)('changes on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    await insertTown(store);
    db = store.db;
  });
  afterAll(() => store.close());

  test('are null across a break, beside the flag that says why', async () => {
    const { district } = (await dataOf(
      db,
      `{ district(key: "09190") { series(indicator: "population/residents") {
        periods values flags changes changeRates index(base: "2012")
      } } }`,
    )) as { district: { series: Readonly<Record<string, readonly unknown[]>> } };
    const { periods = [], values, flags, changes, changeRates, index } = district.series;
    const rows = periods.map((_, at) =>
      [values, flags, changes, changeRates, index].map((list) => list?.[at]),
    );
    expect(Object.fromEntries(periods.map((period, at) => [period, rows[at]]))).toEqual({
      2009: [800, [], null, null, null],
      2010: [1000, [], 200, 25, null],
      2011: [900, ['BREAK'], null, null, 95.2],
      2012: [945, [], 45, 5, 100],
      2013: [null, [], null, null, null],
      2014: [980, [], null, null, 103.7],
      '2014-Q3': [970, [], null, null, null],
      '2014-Q4': [980, [], 10, 1, null],
      2015: [1225, ['BREAK', 'REFORM'], null, null, null],
      '2015-Q1': [1200, ['BREAK', 'REFORM'], null, null, null],
    });
  });

  test('of shares are percentage points, to their decimals', async () => {
    const found = await answer(
      db,
      `{ district(key: "09190") { series(indicator: "population/foreignShare") {
        values changes changeRates index(base: "2014")
      } } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          series: {
            values: [ 0, 0.1, 0.3 ],
            changes: [ null, 0.1, 0.2 ],
            changeRates: [ null, null, 200 ],
            index: [ 0, 100, 300 ]
          }
        }
      }"
    `);
  });

  test('stay the same in a range, whose base may lie outside', async () => {
    const found = await answer(
      db,
      `{ district(key: "09190") {
        range: series(indicator: "population/residents", from: "2012", to: "2014") {
          periods changes changeRates index(base: "2011")
        }
        outside: series(indicator: "population/residents", from: "2030") { changes changeRates index(base: "2011") }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          range: {
            periods: [ '2012', '2013', '2014', '2014-Q3', '2014-Q4' ],
            changes: [ 45, null, null, null, 10 ],
            changeRates: [ 5, null, null, null, 1 ],
            index: [ 105, null, 108.9, null, null ]
          },
          outside: { changes: [], changeRates: [], index: [] }
        }
      }"
    `);
  });

  test('stand in points as in lists', async () => {
    const { district } = (await dataOf(
      db,
      `{ district(key: "09190") { series(indicator: "population/residents", from: "2010") {
        changes changeRates points { change changeRate }
      } } }`,
    )) as { district: { series: { changes: unknown[]; changeRates: unknown[]; points: object[] } } };
    const { changes, changeRates, points } = district.series;
    expect(changes.filter((change) => change !== null)).toHaveLength(3);
    expect(points).toEqual(changes.map((change, at) => ({ change, changeRate: changeRates[at] })));
  });

  test.each(['1999', '2013', '2012-Q1'])('an index on %s, which has no value, is empty', async (base) => {
    const found = await dataOf(
      db,
      `query ($base: Period!) { district(key: "09190") { series(indicator: "population/residents") { index(base: $base) } } }`,
      { base },
    );
    expect(found).toEqual({ district: { series: { index: residents.map(() => null) } } });
  });

  test('a base that is no period is refused', async () => {
    const { errors } = await ask(
      db,
      `{ district(key: "09190") { series(indicator: "population/residents") { index(base: "2014/15") } } }`,
    );
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`'2014/15' is no period. Write "2015", "2015-Q1" or "2015-06".`) },
    ]);
  });

  test('hidden values have none', async () => {
    const found = await answer(
      db,
      `{ municipality(key: "09199003") { series(indicator: "population/foreigners") {
        periods values statuses changes changeRates index(base: "2014") hidden: index(base: "2015")
      } } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        municipality: {
          series: {
            periods: [ '2014', '2015' ],
            values: [ 40000, null ],
            statuses: [ 'NORMAL', 'CONFIDENTIAL_OR_UNKNOWN' ],
            changes: [ null, null ],
            changeRates: [ null, null ],
            index: [ 100, null ],
            hidden: [ null, null ]
          }
        }
      }"
    `);
  });
});
