import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { engines } from '../testing/index.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { allFigures, figures } from '../testing/stored-rows.ts';

// Places are counted for every thousand residents of the year before.
describe.each(engines)('what is published on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    await ingestTable(
      store,
      `
                residents 2013  residents 2014  residents 2015-Q4  places 2014  places 2015  places 2016  places 2016-Q1
      16097     200             _               _                  _            _            _            _
      16097001  _               100             110                5            5            5            5
      16097002  _               60p             60                 _            3            3            3
      16097003  _               40              40                 1            1            1            1
      16098     300             300             310                .            30           31           31`,
    );
  });
  afterAll(() => store.close());

  test('an indicator has the periods of the measure that it reads without delay', async () => {
    expect(await figures(store, 'district 16097', 'placesPerThousand')).toMatchInlineSnapshot(`
      {
        "2014": "INCOMPLETE MIXED 67 % MIXED_BASE",
        "2015": "45 SUMMED 100 % PROVISIONAL MIXED_BASE",
        "2016": "42.9 SUMMED 100 % MIXED_BASE",
        "2016-Q1": "42.9 SUMMED 100 % MIXED_BASE",
      }
    `);
    expect(await figures(store, 'district 16098', 'placesPerThousand')).toMatchInlineSnapshot(`
      {
        "2014": "CONFIDENTIAL_OR_UNKNOWN DELIVERED MIXED_BASE",
        "2015": "100 DELIVERED MIXED_BASE",
        "2016": "100 MIXED MIXED_BASE",
        "2016-Q1": "100 DELIVERED MIXED_BASE",
      }
    `);
    expect(await figures(store, 'municipality 16097002', 'placesPerThousand')).toMatchInlineSnapshot(`
      {
        "2015": "50 DELIVERED PROVISIONAL MIXED_BASE",
        "2016": "50 MIXED MIXED_BASE",
        "2016-Q1": "50 DELIVERED MIXED_BASE",
      }
    `);
  });

  test('an indicator that reads everything with a delay has the periods after those of the measure', async () => {
    expect(await figures(store, 'municipality 16097002', 'residentsBefore')).toEqual({
      2015: '60 DELIVERED PROVISIONAL',
      // Of a stock the last quarter is the year.
      2016: '60 SUMMED',
      '2016-Q1': '60 DELIVERED',
    });
  });

  test('a release of a year computes the lagged value of the year after anew', async () => {
    await ingestTable(store, `  residents 2015\n 16098 1000`, { input: 'small/second', kind: 'partial' });
    expect((await figures(store, 'district 16098', 'placesPerThousand'))[2016]).toBe(
      '31 DELIVERED MIXED_BASE',
    );
    expect((await figures(store, 'district 16098', 'residentsBefore'))[2016]).toBe('1000 DELIVERED');
  });

  test('flags of all values that a formula reads add up', async () => {
    expect((await figures(store, 'municipality 16097002', 'placesPerThousand'))[2015]).toBe(
      '50 DELIVERED PROVISIONAL MIXED_BASE',
    );
  });

  test('a breakdown is published only where all measures of the indicator have it', async () => {
    await ingestTable(
      store,
      `
             residents 2020  residents 2020 female  foreigners 2020  foreigners 2020 female  places 2020
      16097  200             100                    20               5                       8`,
    );
    const prefix = 'in district 16097: district 16097 small/';
    const series = Object.entries(await allFigures(store)).filter(([name]) => name.startsWith(prefix));
    expect(series.flatMap(([name, each]) => ('2020' in each ? [name.slice(prefix.length)] : []))).toEqual([
      'foreignShare',
      'foreignShare sex=female',
      'foreigners',
      'foreigners sex=female',
      'places',
      'placesPerThousand',
      'residents',
      'residents sex=female',
    ]);
  });
});
