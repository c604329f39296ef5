import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { everyRow, figures, publishedVersion } from '../testing/stored-rows.ts';
import { rebuildAggregates, verifyAggregates } from './verify-aggregates.ts';

describe.each(askedEngines)('aggregates compared with the observations on $name', (engine) => {
  let opened: Promise<Store> | undefined;
  let store: Store;
  beforeEach(async () => {
    opened ??= smallStore(engine);
    store = await opened;
    await emptyFacts(store);
    await ingestTable(
      store,
      `
                    residents 2014  residents 2015  residents 2014 female  foreigners 2014  places 2014  waitDays 2014  helped 2014  helped 2014 female
      16097001      100             110             50                     10               3            7              9            4
      16097002      60              70              *                      6                4            8              7            5
      160975001003  40              50              20                     4                2            9              8            1
      16098000      300             310             150                    30               5            6              9            9
      DG            900             _               _                      _                _            _              _            _`,
    );
  });
  afterAll(async () => (await opened)?.close());

  const run = (sql: string) => store.database.pool.query(sql);
  const idOf = (kind: string, key: string) =>
    `(select id from territory where kind = '${kind}' and key = '${key}')`;
  const measure = (key: string) =>
    `(select id from catalogue_item where kind = 'measure' and key = 'small/${key}')`;
  const indicator = (key: string) =>
    `(select id from catalogue_item where kind = 'indicator' and key = 'small/${key}')`;

  test('a store that nobody damaged has no difference; nothing is written to find that out', async () => {
    const before = await everyRow(store);
    const found = await verifyAggregates(store);
    expect(found).toMatchObject({
      aggregates: 0,
      series: 0,
      differences: [],
      version: await publishedVersion(store),
    });
    expect(found.checkedAggregates).toBeGreaterThan(20);
    expect(await everyRow(store)).toEqual(before);
    expect(await rebuildAggregates(store)).toMatchObject({ changed: false, version: found.version });
    expect(await everyRow(store)).toEqual(before);
  });

  test('a wrong aggregate is found in all that it says, and repaired', async () => {
    await run(`update aggregate set sum = 201, reported = 2 where territory_id = ${idOf('district', '16097')}
      and measure_id = ${measure('residents')} and period = '2014' and breakdown_id = 0`);
    const { differences, aggregates, series } = await verifyAggregates(store);
    expect({ aggregates, series }).toEqual({ aggregates: 1, series: 0 });
    expect(differences).toEqual([
      {
        of: 'aggregate',
        key: 'small/residents',
        territory: { kind: 'district', key: '16097', name: 'Aue' },
        district: '16097',
        breakdown: '',
        period: '2014',
        columns: ['sum', 'reported'],
        stored: { value: 200, status: 'NORMAL', flags: [], origin: 'SUMMED' },
        recomputed: { value: 200, status: 'NORMAL', flags: [], origin: 'SUMMED' },
      },
    ]);
  });

  test('a series that is not what the formula gives is repaired as a new version; the one before stays', async () => {
    const version = await publishedVersion(store);
    await run(`update published_series set "values"[1] = 77 where indicator_id = ${indicator('foreignShare')}
      and territory_id = ${idOf('district', '16097')} and breakdown_id = 0`);
    const before = await everyRow(store);
    const found = await verifyAggregates(store);
    expect(await everyRow(store)).toEqual(before);
    expect(found).toMatchObject({
      aggregates: 0,
      series: 1,
      differences: [
        {
          of: 'series',
          key: 'small/foreignShare',
          period: '2014',
          columns: ['value'],
          stored: { value: 77 },
          recomputed: { value: 10 },
        },
      ],
    });
    expect(await rebuildAggregates(store)).toMatchObject({ changed: true, version: version + 1, series: 1 });
    expect(await figures(store, 'district 16097', 'foreignShare')).toMatchObject({ 2014: '10 SUMMED 100 %' });
    expect(await figures(store, 'district 16097', 'foreignShare', { version })).toMatchObject({
      2014: '77 SUMMED 100 %',
    });
    expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0 });
    const { rows } = await run(
      `select count(*)::int as count from aggregate where version_from = ${version + 1}`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test.each([
    [
      'a missing aggregate',
      `delete from aggregate where territory_id = ${idOf('state', '16')}
      and measure_id = ${measure('places')}`,
      { aggregates: 1, series: 0 },
    ],
    [
      'a missing series',
      `delete from published_series where territory_id = ${idOf('district', '16098')}
      and indicator_id = ${indicator('residents')} and breakdown_id = 0`,
      { aggregates: 0, series: 2 },
    ],
    [
      'a series that was closed',
      `update published_series set version_until = 3 where territory_id = ${idOf('district', '16098')}
      and indicator_id = ${indicator('residents')} and breakdown_id = 0`,
      { aggregates: 0, series: 2 },
    ],
    [
      'an aggregate of a territory that has none',
      `insert into aggregate (district_id, measure_id, territory_id, period,
        breakdown_id, version_from, value, status, flags, origin, reported, expected, hidden)
      select ${idOf('district', '16097')}, ${measure('residents')}, ${idOf('municipality', '16097001')}, '2014', 0, 1, 5, 0, 0, 1, 1, 1, 0`,
      { aggregates: 1, series: 0 },
    ],
    [
      'a series that nothing carries',
      `insert into published_series (district_id, territory_id, indicator_id, breakdown_id, version_from,
        periods, "values", statuses, flags, origins, coverages)
      select ${idOf('district', '16099')}, ${idOf('district', '16099')}, ${indicator('residents')}, 0, 1, '{2014,2015}', '{1,2}', '{0,0}', '{0,0}', '{0,0}', '{1,1}'`,
      { aggregates: 0, series: 2 },
    ],
    [
      'a series without entries',
      `insert into published_series (district_id, territory_id, indicator_id, breakdown_id, version_from,
        periods, "values", statuses, flags, origins, coverages)
      select ${idOf('district', '16099')}, ${idOf('district', '16099')}, ${indicator('residents')}, 0, 1, '{}', '{}', '{}', '{}', '{}', '{}'`,
      { aggregates: 0, series: 1 },
    ],
    [
      'a series in a wrong order',
      `update published_series set periods = '{2015,2014}', "values" = array["values"[2], "values"[1]]
      where territory_id = ${idOf('municipality', '16097001')} and indicator_id = ${indicator('residents')} and breakdown_id = 0`,
      { aggregates: 0, series: 1 },
    ],
    [
      'an aggregate that is open twice',
      `insert into aggregate select district_id, measure_id, territory_id, period, breakdown_id, 1,
        null, value + 1, status, flags, origin, sum, weight, minimum, maximum, reported, expected, hidden, population_reported,
        population_expected, difference, sign, boundary_date
      from aggregate where territory_id = ${idOf('district', '16097')} and measure_id = ${measure('places')}`,
      { aggregates: 1, series: 0 },
    ],
    [
      'a code that there is not',
      `update aggregate set status = 45, origin = 9 where territory_id = ${idOf('district', '16097')}
      and measure_id = ${measure('places')}`,
      { aggregates: 1, series: 0 },
    ],
  ])('%s is found and repaired', async (_, damage, expected) => {
    const version = await publishedVersion(store);
    await run(damage);
    const found = await verifyAggregates(store);
    expect({ aggregates: found.aggregates, series: found.series, listed: found.differences.length }).toEqual({
      ...expected,
      listed: expected.aggregates + expected.series,
    });
    expect(await rebuildAggregates(store)).toMatchObject({
      changed: true,
      version: version + 1,
      ...expected,
    });
    expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0 });
  });

  test('confidential numbers and own counts of persons are not told', async () => {
    await run(`update aggregate set value = 1234, status = 0 where territory_id = ${idOf('district', '16097')}
      and measure_id = ${measure('residents')} and breakdown_id <> 0`);
    await run(`update aggregate set value = 25 where territory_id = ${idOf('district', '16097')}
      and measure_id = ${measure('helped')} and breakdown_id = 0`);
    const { differences } = await verifyAggregates(store);
    expect(differences.map(({ key, stored, recomputed }) => [key, stored?.value, recomputed?.value])).toEqual(
      [
        ['small/helped', null, null],
        ['small/residents', null, null],
      ],
    );
  });

  test('of many differences the first thousand are told, and how many there are', async () => {
    await run(`insert into published_series (district_id, territory_id, indicator_id, breakdown_id, version_from,
        periods, "values", statuses, flags, origins, coverages)
      select ${idOf('district', '16099')}, ${idOf('district', '16099')}, ${indicator('residents')}, 0, 1,
        array_agg(p::text), array_agg(1), array_agg(0), array_agg(0), array_agg(0), array_agg(1)
      from generate_series(1000, 2499) p`);
    const found = await verifyAggregates(store);
    expect([found.series, found.differences.length]).toEqual([1500, 1000]);
    await rebuildAggregates(store);
  });
});
