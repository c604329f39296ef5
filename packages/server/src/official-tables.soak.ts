import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { findInputs, openInput } from '@kreisweit/plugin-kit';
import { ingestRelease, type ReleaseIngest, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checksumOf } from './cli/checksum-of.ts';
import { releaseOf } from './delivery/release-of.ts';
import { builtInCatalogue, builtInPlugins } from './plugins.ts';
import { changeSources, loadChangeSources } from './testing/load-change-sources.ts';
import { differencesOf } from './testing/official-country/differences-of.ts';
import { officialFile } from './testing/official-file.ts';

/** Every official table, those of municipalities last, so that the totals of districts stand already. */
const tables = ['flat', 'districts', 'municipalities'].flatMap((folder) =>
  readdirSync(officialFile(`observations/${folder}`))
    .sort()
    .map((name) => officialFile(`observations/${folder}/${name}`)),
);

type TakenIn = { readonly file: string; readonly input: string; readonly account: string } & Pick<
  ReleaseIngest,
  'cells' | 'stored' | 'merged' | 'dropped' | 'warningCount'
>;

/** How delivered districts compare with the sums of their members in a period. */
type Compared = {
  readonly period: string;
  readonly equal: number;
  readonly different: number;
  readonly keys: string | null;
};

/** Annual means are rounded, and differ nearly everywhere: nobody names so many. */
const MOST_NAMED = 10;

/** Minutes of work: what `npm test` does with some tables is done with all that there are. */
describe.each(servers)('all official tables on $name', ({ open }) => {
  let store: Store;
  const taken: TakenIn[] = [];

  beforeAll(async () => {
    store = await storeOn(await open());
    await syncCatalogue(store, builtInCatalogue());
    await loadChangeSources(store, changeSources.slice(0, 2));
  }, 120_000);
  afterAll(() => store.close());

  test.each(tables.map((file) => [basename(file), file]))(
    '%s is claimed by one input and read completely',
    async (_, file) => {
      const { inputs } = await findInputs(builtInPlugins, file);
      expect(inputs).toHaveLength(1);
      const plugin = builtInPlugins.find(({ id }) => id === inputs[0]?.plugin);
      if (plugin === undefined) throw new Error('the plug-in that was found is none of the list');
      const opened = await openInput(plugin, file);
      const done = await ingestRelease(store, releaseOf(opened, basename(file), await checksumOf(file)));

      const { rows, values, delivered, skipped } = opened.account();
      expect(values).toBe(skipped.reduce((sum, one) => sum + one.values, delivered));
      expect(skipped.filter(({ reason }) => reason.startsWith('no mapping'))).toEqual([]);
      const { cells, stored, merged, dropped, warningCount } = done;
      expect(cells).toBe(delivered);
      expect(stored + merged + dropped).toBe(cells);
      const account = `${rows} rows, ${values} values, ${values - delivered} skipped`;
      const input = `${opened.plugin}/${opened.input}`;
      taken.push({ file: basename(file), input, account, cells, stored, merged, dropped, warningCount });
    },
    300_000,
  );

  test('what became of all of them', () => {
    expect(
      taken.map(
        ({ file, input, account, stored, merged, dropped, warningCount }) =>
          `${file.slice(0, 24)} ${input}: ${account}; ${stored} stored, ${merged} merged, ${dropped} dropped; ${warningCount} warnings`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "1000A-0000_1773175153999 population/census2022ByMunicipality: 10787 rows, 10787 values, 0 skipped; 10787 stored, 0 merged, 0 dropped; 0 warnings",
        "12211-Z-11_1773175349407 population/livingArrangementsByDistrict: 1956 rows, 2934 values, 0 skipped; 2934 stored, 0 merged, 0 dropped; 0 warnings",
        "12411-01-01-4_1773175772 population/residentsByDistrictFlat: 1467 rows, 1467 values, 0 skipped; 1467 stored, 0 merged, 0 dropped; 0 warnings",
        "13111-01-03-4_1773175029 work/employeesFlat: 3300 rows, 6050 values, 0 skipped; 6028 stored, 0 merged, 22 dropped; 0 warnings",
        "12111-01-01-4_00.csv population/censusByDistrict: 526 rows, 4734 values, 0 skipped; 4734 stored, 0 merged, 0 dropped; 0 warnings",
        "12111-08-01-4_00.csv population/migrationBackgroundByDistrict: 4208 rows, 28930 values, 0 skipped; 28930 stored, 0 merged, 0 dropped; 0 warnings",
        "12411-01-01-4.csv population/residentsByDistrict: 526 rows, 1578 values, 0 skipped; 1578 stored, 0 merged, 0 dropped; 0 warnings",
        "12411-01-01-4_00.csv population/residentsByDistrict: 526 rows, 33138 values, 0 skipped; 33138 stored, 0 merged, 0 dropped; 3 warnings",
        "12411-03-03-4_00.csv population/foreignersByDistrict: 11572 rows, 139390 values, 0 skipped; 139390 stored, 0 merged, 0 dropped; 0 warnings",
        "12511-01-01-4.csv citizenship/byOrigin: 3156 rows, 31560 values, 0 skipped; 31560 stored, 0 merged, 0 dropped; 0 warnings",
        "12711-03-02-4_00.csv migration/byDistrict: 33138 rows, 463932 values, 0 skipped; 463932 stored, 0 merged, 0 dropped; 3 warnings",
        "13111-01-03-4_00.csv work/employeesByDistrict: 2104 rows, 23144 values, 0 skipped; 23144 stored, 0 merged, 0 dropped; 0 warnings",
        "13211-01-03-4_00.csv work/unemployedByDistrict: 8416 rows, 67328 values, 0 skipped; 67328 stored, 0 merged, 0 dropped; 5 warnings",
        "13211-02-05-4_00.csv work/unemploymentRates: 8416 rows, 143072 values, 0 skipped; 143072 stored, 0 merged, 0 dropped; 5 warnings",
        "21111-02-06-4.csv school/leaversByDistrict: 11046 rows, 276150 values, 2 skipped; 276148 stored, 0 merged, 0 dropped; 51 warnings",
        "22221-01-01-4_00.csv protection/recipientsByDistrict: 3156 rows, 44184 values, 0 skipped; 44184 stored, 0 merged, 0 dropped; 3 warnings",
        "22811-01-01-4_00.csv income/recipientsByDistrict: 3156 rows, 22092 values, 0 skipped; 22092 stored, 0 merged, 0 dropped; 0 warnings",
        "12111-01-01-5_00.csv population/censusByMunicipality: 14493 rows, 130437 values, 0 skipped; 126279 stored, 184 merged, 3974 dropped; 0 warnings",
        "12411-01-01-5_00.csv population/residentsByMunicipality: 14493 rows, 347832 values, 0 skipped; 336744 stored, 0 merged, 11088 dropped; 2 warnings",
        "12711-01-03-5_00.csv migration/byMunicipality: 14493 rows, 608706 values, 0 skipped; 589302 stored, 125 merged, 19279 dropped; 0 warnings",
        "13111-01-03-5_00.csv work/employeesByMunicipality: 14493 rows, 159423 values, 0 skipped; 154341 stored, 150 merged, 4932 dropped; 0 warnings",
        "13211-01-03-5_00.csv work/unemployedByMunicipality: 14493 rows, 115944 values, 0 skipped; 112248 stored, 64 merged, 3632 dropped; 12 warnings",
      ]
    `);
  });

  test('the flat table of employees of 2025 publishes no zero for a district', async () => {
    const { rows } = await store.database.pool.query(
      `select t.kind, count(*) filter (where o.value = 0)::int as zeros, count(o.value)::int as numbers
       from observation o join territory t on t.id = o.territory_id
       where o.period = '2025' and o.version_until is null group by t.kind order by t.kind`,
    );
    expect(rows).toMatchInlineSnapshot(`
      [
        {
          "kind": "country",
          "numbers": 11,
          "zeros": 0,
        },
        {
          "kind": "district",
          "numbers": 0,
          "zeros": 0,
        },
        {
          "kind": "part",
          "numbers": 0,
          "zeros": 0,
        },
        {
          "kind": "region",
          "numbers": 418,
          "zeros": 0,
        },
        {
          "kind": "state",
          "numbers": 176,
          "zeros": 0,
        },
      ]
    `);
    const { rows: published } = await store.database.pool.query(
      `select count(*)::int as values
       from published_series s join territory t on t.id = s.territory_id and t.kind = 'district'
       cross join unnest(s.periods, s."values") as p (period, value)
       where s.version_until is null and period = '2025' and value is not null`,
    );
    expect(published).toEqual([{ values: 0 }]);
  });

  test('districts equal the sums of their members, but for those that are named', async () => {
    const told: string[] = [];
    for (const measure of [
      'population/residents',
      'population/censusResidents',
      'population/censusForeigners',
      'work/employees',
      'work/foreignEmployees',
      'work/unemployed',
      'work/unemployedForeigners',
      'migration/arrivals',
      'migration/departures',
    ]) {
      const { rows } = await store.database.pool.query<Compared>(differencesOf(measure));
      for (const { period, equal, different, keys } of rows) {
        if (equal + different === 0) continue;
        const named = keys === null || different > MOST_NAMED ? '' : `: ${keys}`;
        told.push(`${measure} ${period}: ${equal} equal, ${different} different${named}`);
      }
    }
    expect(told).toMatchInlineSnapshot(`
      [
        "population/residents 2008: 297 equal, 4 different: 03241 10041 12060 12064",
        "population/residents 2009: 301 equal, 0 different",
        "population/residents 2010: 301 equal, 0 different",
        "population/residents 2011: 295 equal, 0 different",
        "population/residents 2012: 295 equal, 0 different",
        "population/residents 2013: 295 equal, 0 different",
        "population/residents 2014: 295 equal, 0 different",
        "population/residents 2015: 295 equal, 0 different",
        "population/censusResidents 2011: 297 equal, 4 different: 07231 07235 13053 13057",
        "population/censusForeigners 2011: 297 equal, 4 different: 07231 07235 13053 13057",
        "work/employees 2015: 198 equal, 0 different",
        "work/foreignEmployees 2015: 137 equal, 0 different",
        "work/unemployed 2016: 45 equal, 174 different",
        "work/unemployedForeigners 2016: 64 equal, 155 different",
        "migration/arrivals 2015: 294 equal, 0 different",
        "migration/departures 2015: 294 equal, 0 different",
      ]
    `);
  });
});
