import { createContext, createSchema } from '@kreisweit/graphql';
import type { Store } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadNationalTables } from './testing/load-national-tables.ts';

const schema = createSchema();

/** On a server the same tables are loaded, and their sums looked at, in territories-over-time.test.ts. */
const embedded = engines.filter(({ name }) => name === 'embedded');

describe.each(embedded)('the national tables on $name', ({ open }) => {
  let store: Store;

  beforeAll(async () => {
    store = await loadNationalTables(await open());
  }, 240_000);

  afterAll(() => store.close());

  async function rows(sql: string, parameters: readonly unknown[] = []): Promise<readonly object[]> {
    return (await store.database.pool.query(sql, [...parameters])).rows;
  }

  async function query(source: string): Promise<unknown> {
    const contextValue = createContext({ db: store.db, principal: { roles: ['reader'] } });
    const { data, errors } = await graphql({ schema, source, contextValue });
    expect(errors).toBeUndefined();
    return data;
  }

  test('members add up to the delivered district, every year from 2011 to 2015', async () => {
    expect(await rows(differencesOf('population/residents'))).toEqual([
      // Hannover and Saarbruecken lack rows of members in 2008; Barnim and Maerkisch-Oderland are off by the same number.
      { period: '2008', equal: 297, different: 4, keys: '03241 10041 12060 12064' },
      { period: '2009', equal: 301, different: 0, keys: null },
      { period: '2010', equal: 301, different: 0, keys: null },
      { period: '2011', equal: 295, different: 0, keys: null },
      { period: '2012', equal: 295, different: 0, keys: null },
      { period: '2013', equal: 295, different: 0, keys: null },
      { period: '2014', equal: 295, different: 0, keys: null },
      { period: '2015', equal: 295, different: 0, keys: null },
    ]);
  });

  test('the census leaves four known differences, and the delivered values stand', async () => {
    expect(await rows(differencesOf('population/censusForeigners'))).toEqual([
      { period: '2011', equal: 297, different: 4, keys: '07231 07235 13053 13057' },
    ]);
    expect(await rows(differencesOf('population/censusResidents'))).toEqual([
      { period: '2011', equal: 297, different: 4, keys: '07231 07235 13053 13057' },
    ]);
    expect(
      await query(`{ district(key: "07231") {
      name
      value(indicator: "population/censusForeigners", period: "2011") { value status origin coverage }
    } }`),
    ).toEqual({
      district: {
        name: 'Bernkastel-Wittlich',
        value: { value: 5329, status: 'NORMAL', origin: 'DELIVERED', coverage: null },
      },
    });
  });

  test('the country, the states and the districts stand as delivered', async () => {
    expect(
      await rows(
        `select t.kind, count(*)::int as territories, sum(a.value) as residents
         from aggregate a
         join territory t on t.id = a.territory_id
         join catalogue_item i on i.id = a.measure_id
         where i.key = 'population/residents' and a.period = '2015' and a.breakdown_id = 0 and a.status = 0
           and a.version_until is null and a.origin = 0 and t.kind in ('country', 'state', 'district')
         group by t.kind order by t.kind`,
      ),
    ).toEqual([
      { kind: 'country', territories: 1, residents: 82_175_684 },
      // 400 districts and, as states, Hamburg and Berlin, which are districts too.
      { kind: 'district', territories: 400, residents: 82_175_684 - 1_787_408 - 3_520_031 },
      { kind: 'state', territories: 16, residents: 82_175_684 },
    ]);
  });

  test('a kreisfreie Stadt answers as district and as municipality, and boroughs are no districts', async () => {
    const series = '{ periods values origins }';
    const flensburg = {
      periods: ['2014', '2015'],
      values: [84_694, 85_942],
      origins: ['DELIVERED', 'DELIVERED'],
    };
    expect(
      await query(`{
        district(key: "01001") { series(indicator: "population/residents", from: "2014") ${series} }
        municipality(key: "01001000") { series(indicator: "population/residents", from: "2014") ${series} }
        hamburg: district(key: "02000") { series(indicator: "population/residents", from: "2015") { values } }
        borough: district(key: "11001") { name }
        districts(first: 1) { totalCount }
      }`),
    ).toEqual({
      district: { series: flensburg },
      municipality: { series: flensburg },
      hamburg: { series: { values: [1_787_408] } },
      borough: null,
      districts: { totalCount: 400 },
    });
  });

  test('a district shows its municipalities and their series; a dissolved town has a past only', async () => {
    const answer = (await query(`{
      district(key: "03153") {
        name
        series(indicator: "population/residents", from: "2011", to: "2015") { periods values statuses }
        municipalities { ags name }
      }
      municipality(key: "03153005") {
        name
        series(indicator: "population/residents", from: "2012") { periods values statuses }
      }
    }`)) as { district: { municipalities: readonly unknown[] } };
    expect(answer).toMatchObject({
      district: {
        name: 'Goslar',
        series: { values: [139_575, 138_655, 137_833, 137_256, 138_236] },
      },
      municipality: {
        series: {
          periods: ['2012', '2013', '2014', '2015'],
          values: [40_455, 40_189, null, null],
          statuses: ['NORMAL', 'NORMAL', 'NOT_AVAILABLE', 'NOT_AVAILABLE'],
        },
      },
    });
  });

  test('municipalities that no register knows are provisional', async () => {
    expect(
      await rows(
        `select o.period, count(*)::int as municipalities
         from observation o
         join territory t on t.id = o.territory_id and t.kind = 'municipality' and t.evidence = 'TABLE'
         join catalogue_item i on i.id = o.measure_id
         where i.key = 'population/residents' and o.breakdown_id = 0 and o.version_until is null
           and o.sign is distinct from '-' and o.period >= '2011'
         group by o.period order by o.period`,
      ),
    ).toEqual([
      { period: '2011', municipalities: 160 },
      { period: '2012', municipalities: 74 },
    ]);
  });
});

/** How many delivered districts equal the complete sum of their members, a row a period. */
function differencesOf(measure: string): string {
  return `
    select a.period, (count(*) filter (where a.difference = 0))::int as equal,
      (count(*) filter (where a.difference <> 0))::int as different,
      string_agg(t.key, ' ' order by t.key) filter (where a.difference <> 0) as keys
    from aggregate a
    join territory t on t.id = a.territory_id and t.kind = 'district'
    join catalogue_item i on i.id = a.measure_id and i.kind = 'measure'
    where i.key = '${measure}' and a.breakdown_id = 0 and a.version_until is null
    group by a.period order by a.period`;
}
