import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { allFigures, figures, openAggregate } from '../testing/stored-rows.ts';

// Every test has measures and periods of its own, so that one store serves them all.
describe.each(askedEngines)('what is rolled up on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());

  /** What several territories answer for a measure and period. */
  async function answers(measure: string, period: string, territories: readonly string[], breakdown = '') {
    const found: [string, string | undefined][] = [];
    for (const territory of territories) {
      found.push([territory, (await figures(store, territory, measure, { breakdown }))[period]]);
    }
    return Object.fromEntries(found);
  }

  /** All values that are published for a measure and period, of any territory. */
  async function publishedValues(measure: string, period: string): Promise<readonly string[]> {
    const all = Object.entries(await allFigures(store)).filter(([name]) =>
      name.includes(` small/${measure}`),
    );
    return all.flatMap(([, series]) => series[period]?.split(' ')[0] ?? []);
  }

  const above = ['region 091', 'state 09', 'state 16', 'country DG'];

  describe('sums', () => {
    beforeAll(async () => {
      await ingestTable(
        store,
        `
                  residents 2014  residents 2014 female
        02000000  1000            510
        09171001  500             240
        16097001  100             51
        16097002  60              31
        16097003  40              21
        16098000  300             160
        16099001  50              26
        16099002  30              14`,
      );
    });

    test('go from municipalities to association and district, and from districts to all above', async () => {
      const summed = ['association 160975001', 'district 16097', 'district 16099', ...above];
      expect(await answers('residents', '2014', summed)).toMatchInlineSnapshot(`
        {
          "association 160975001": "100 SUMMED 100 %",
          "country DG": "2080 SUMMED 100 %",
          "district 16097": "200 SUMMED 100 %",
          "district 16099": "80 SUMMED 100 %",
          "region 091": "500 SUMMED 100 %",
          "state 09": "500 SUMMED 100 %",
          "state 16": "580 SUMMED 100 %",
        }
      `);
      expect(await answers('residents', '2014', summed, 'sex=female')).toMatchInlineSnapshot(`
        {
          "association 160975001": "52 SUMMED 100 %",
          "country DG": "1053 SUMMED 100 %",
          "district 16097": "103 SUMMED 100 %",
          "district 16099": "40 SUMMED 100 %",
          "region 091": "240 SUMMED 100 %",
          "state 09": "240 SUMMED 100 %",
          "state 16": "303 SUMMED 100 %",
        }
      `);
      expect(await openAggregate(store, 'district 16097 small/residents 2014')).toMatchInlineSnapshot(`
        {
          "difference": null,
          "expected": 3,
          "flags": 0,
          "hidden": 0,
          "maximum": 100,
          "minimum": 40,
          "name": "in district 16097: district 16097 small/residents 2014",
          "origin": "SUMMED",
          "population_expected": 200,
          "population_reported": 200,
          "reported": 3,
          "status": "NORMAL",
          "sum": 200,
          "value": 200,
          "weight": 3,
        }
      `);
    });

    test('a territory in several roles answers alike in each, is stored once and never reconciled', async () => {
      const town = ['district 16098', 'municipality 16098000', 'association 160980000'];
      const cityState = ['state 02', 'district 02000', 'municipality 02000000', 'association 020000000'];
      const alone = ['municipality 16097001', 'association 160970001'];
      expect(await answers('residents', '2014', [...town, ...cityState, ...alone])).toMatchInlineSnapshot(`
        {
          "association 020000000": "1000 DELIVERED",
          "association 160970001": "100 DELIVERED",
          "association 160980000": "300 DELIVERED",
          "district 02000": "1000 DELIVERED",
          "district 16098": "300 DELIVERED",
          "municipality 02000000": "1000 DELIVERED",
          "municipality 16097001": "100 DELIVERED",
          "municipality 16098000": "300 DELIVERED",
          "state 02": "1000 DELIVERED",
        }
      `);

      const stored = Object.keys(await allFigures(store)).filter((name) => name.endsWith(' small/residents'));
      expect(stored).toMatchInlineSnapshot(`
        [
          "in country DG: country DG small/residents",
          "in district 09171: district 09171 small/residents",
          "in district 09171: municipality 09171001 small/residents",
          "in district 16097: association 160975001 small/residents",
          "in district 16097: district 16097 small/residents",
          "in district 16097: municipality 16097001 small/residents",
          "in district 16097: municipality 16097002 small/residents",
          "in district 16097: municipality 16097003 small/residents",
          "in district 16098: district 16098 small/residents",
          "in district 16099: district 16099 small/residents",
          "in district 16099: municipality 16099001 small/residents",
          "in district 16099: municipality 16099002 small/residents",
          "in region 091: region 091 small/residents",
          "in state 02: state 02 small/residents",
          "in state 09: state 09 small/residents",
          "in state 16: state 16 small/residents",
        ]
      `);
      for (const territory of ['district 16098', 'state 02']) {
        expect(await openAggregate(store, `${territory} small/residents 2014`)).toMatchObject({
          origin: 'DELIVERED',
          reported: 0,
          expected: 0,
          difference: null,
        });
      }
    });

    test('rows of two roles that say the same are one', async () => {
      await ingestTable(
        store,
        `
               residents 2015
        02        1001
        02000     1001
        02000000  1001
        09171     501
        16097     201
        16098     301
        16098000  301
        16099     81`,
      );
      expect(
        await answers('residents', '2015', ['state 02', 'district 16098', ...above]),
      ).toMatchInlineSnapshot(`
        {
          "country DG": "2085 SUMMED 100 %",
          "district 16098": "301 DELIVERED",
          "region 091": "501 SUMMED 100 %",
          "state 02": "1001 DELIVERED",
          "state 09": "501 SUMMED 100 %",
          "state 16": "583 SUMMED 100 %",
        }
      `);
    });
  });

  test('a missing member leaves no sum; an uninhabited one is not expected', async () => {
    await ingestTable(
      store,
      `
                residents 2016
      02000000  1000
      09171001  500
      16097001  100
      16097002  60
      16098000  300
      16099001  50
      16099002  30`,
    );
    const places = ['association 160975001', 'district 16097', 'district 16099', ...above];
    expect(await answers('residents', '2016', places)).toMatchInlineSnapshot(`
      {
        "association 160975001": "INCOMPLETE SUMMED 50 %",
        "country DG": "INCOMPLETE SUMMED 80 %",
        "district 16097": "INCOMPLETE SUMMED 67 %",
        "district 16099": "80 SUMMED 100 %",
        "region 091": "500 SUMMED 100 %",
        "state 09": "500 SUMMED 100 %",
        "state 16": "INCOMPLETE SUMMED 67 %",
      }
    `);
    expect(await openAggregate(store, 'district 16097 small/residents 2016')).toMatchObject({
      reported: 2,
      expected: 3,
      population_reported: 160,
      population_expected: 200,
    });
    expect(await publishedValues('residents', '2016')).not.toContain('160');
  });

  test('a member that only another register knows counts as one more', async () => {
    await ingestTable(
      store,
      `
                residents 2017
      16099001  50
      16099002  -
      16099003  7`,
    );
    expect(await answers('residents', '2017', ['district 16099'])).toEqual({
      'district 16099': '57 SUMMED 100 %',
    });
    expect(await openAggregate(store, 'district 16099 small/residents 2017')).toMatchObject({
      reported: 2,
      expected: 2,
    });
  });

  test('a member that no register knows makes the sum doubtful: its key may be mistyped', async () => {
    await ingestTable(
      store,
      `
                residents 2019
      16099001  50
      16099002  30
      16099009  7`,
    );
    expect(await answers('residents', '2019', ['district 16099'])).toEqual({
      'district 16099': 'INCOMPLETE SUMMED',
    });
  });

  describe('a hidden member', () => {
    test('leaves the delivered total, and nothing from which it could be subtracted', async () => {
      await ingestTable(
        store,
        `
                   foreigners 2014
        DG         2047
        02000000   1000
        09171001   500
        16         547
        16097      187
        160975001  87
        16097001   100
        16097002   .
        16097003   40
        16098000   300
        16099001   35
        16099002   25`,
      );
      const totals = ['association 160975001', 'district 16097', 'state 16', 'country DG'];
      expect(
        await answers('foreigners', '2014', [...totals, 'municipality 16097002']),
      ).toMatchInlineSnapshot(`
        {
          "association 160975001": "87 DELIVERED",
          "country DG": "2047 DELIVERED",
          "district 16097": "187 DELIVERED",
          "municipality 16097002": "CONFIDENTIAL_OR_UNKNOWN DELIVERED",
          "state 16": "547 DELIVERED",
        }
      `);
      for (const territory of ['association 160975001', 'district 16097']) {
        expect(await openAggregate(store, `${territory} small/foreigners 2014`)).toMatchObject({
          hidden: 1,
          difference: null,
        });
      }
      const published = await publishedValues('foreigners', '2014');
      // Hidden are 47; 40 and 140 are what the others of the association and of the district add up to.
      expect(published.filter((value) => ['47', '140'].includes(value))).toEqual([]);
    });

    test.each(['.', '*'])(
      'as %j leaves no sum for association, district, state and country',
      async (sign) => {
        const period = sign === '.' ? '2015' : '2016';
        await ingestTable(
          store,
          `
                  foreigners ${period}
        02000000  1000
        09171001  500
        16097001  100
        16097002  ${sign}
        16097003  40
        16098000  310
        16099001  35
        16099002  25`,
        );
        const status = sign === '.' ? 'CONFIDENTIAL_OR_UNKNOWN' : 'CONFIDENTIAL';
        expect(
          await answers('foreigners', period, [
            'association 160975001',
            'district 16097',
            'district 16099',
            'state 16',
            'country DG',
          ]),
        ).toEqual({
          'association 160975001': `${status} SUMMED`,
          'district 16097': `${status} SUMMED`,
          'district 16099': '60 SUMMED 100 %',
          'state 16': `${status} SUMMED`,
          'country DG': `${status} SUMMED`,
        });
        const published = await publishedValues('foreigners', period);
        // What the free members add up to, with and without the district, for each of the territories above.
        expect(published.filter((value) => ['140', '510', '370', '2010', '1870'].includes(value))).toEqual(
          [],
        );
      },
    );

    test('goes before a missing one: nobody learns how many are missing', async () => {
      await ingestTable(
        store,
        `
                  foreigners 2017
        16097001  100
        16097002  .`,
      );
      expect(await answers('foreigners', '2017', ['district 16097', 'state 16'])).toEqual({
        'district 16097': 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
        'state 16': 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
      });
    });

    test('that no register expects hides as well', async () => {
      await ingestTable(
        store,
        `
                  foreigners 2018
        16099001  50
        16099002  30
        16099009  .`,
      );
      expect(await answers('foreigners', '2018', ['district 16099'])).toEqual({
        'district 16099': 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
      });
    });
  });

  test('a delivered sign is not replaced by a complete sum, unless it only says "nothing" or "later"', async () => {
    await ingestTable(
      store,
      `
                places 2010  places 2014  places 2015  places 2016  places 2017  places 2018  places 2019
      16097     -            .            *            /            x            ...          31
      16097001  10           10           10           10           10           10           10
      16097002  10           10           10           10           10           10           10
      16097003  10           10           10           10           10           10           10
      16098000  10           10           10           10           10           10           10`,
    );
    expect(await figures(store, 'district 16097', 'places')).toMatchInlineSnapshot(`
      {
        "2010": "30 SUMMED 100 %",
        "2014": "CONFIDENTIAL_OR_UNKNOWN DELIVERED",
        "2015": "CONFIDENTIAL DELIVERED",
        "2016": "UNRELIABLE DELIVERED",
        "2017": "NOT_APPLICABLE DELIVERED",
        "2018": "30 SUMMED 100 %",
        "2019": "31 DELIVERED",
      }
    `);
    expect(await openAggregate(store, 'district 16097 small/places 2019')).toMatchObject({
      value: 31,
      sum: 30,
      difference: 1,
    });
  });

  test('without a complete sum a delivered "later" stays, and a "nothing" that members contradict does not', async () => {
    await ingestTable(
      store,
      `
                desks 2010  desks 2018
      16097     -           ...
      16097001  10          10`,
    );
    expect(await figures(store, 'district 16097', 'desks')).toEqual({
      2010: 'INCOMPLETE SUMMED 50 %',
      2018: 'PENDING DELIVERED',
    });
  });

  test('a delivered "nothing" is contradicted by members that have something, not by missing ones', async () => {
    await ingestTable(
      store,
      `
                desks 2014  desks 2015  offices 2020
      16099     -           -           1
      16099001  0           _           1
      16099002  _           0           1`,
      { input: 'small/second' },
    );
    expect(await figures(store, 'district 16099', 'desks')).toEqual({
      2014: '0 DELIVERED',
      2015: '0 DELIVERED',
    });
    await ingestTable(
      store,
      `
                highest 2013
      16099     -
      16099001  0
      16099002  0`,
      { input: 'small/second' },
    );
    // All cells of the district are `-`, which says nothing; its members say enough.
    expect(await figures(store, 'district 16099', 'highest')).toMatchObject({ 2013: '0 SUMMED 100 %' });
  });

  test('the least, the most and the number of members, also further up', async () => {
    await ingestTable(
      store,
      `
                lowest 2014  highest 2014  offices 2014  rating 2014
      02000000  3            9             1             5
      09171001  7            8             2             5
      16097     _            _             _             6
      16097001  5            5             1             5
      16097002  4            6             0             5
      16097003  6            7             3             5
      16098000  8            8             1             5
      16099001  2            2             9             5
      16099002  _            3             0             5`,
    );
    const places = ['association 160975001', 'district 16097', 'district 16098', 'district 16099', ...above];
    expect(await answers('lowest', '2014', places)).toMatchInlineSnapshot(`
      {
        "association 160975001": "4 SUMMED 100 %",
        "country DG": "INCOMPLETE SUMMED 80 %",
        "district 16097": "4 SUMMED 100 %",
        "district 16098": "8 DELIVERED",
        "district 16099": "INCOMPLETE SUMMED 50 %",
        "region 091": "7 SUMMED 100 %",
        "state 09": "7 SUMMED 100 %",
        "state 16": "INCOMPLETE SUMMED 67 %",
      }
    `);
    expect(await answers('highest', '2014', places)).toMatchInlineSnapshot(`
      {
        "association 160975001": "7 SUMMED 100 %",
        "country DG": "9 SUMMED 100 %",
        "district 16097": "7 SUMMED 100 %",
        "district 16098": "8 DELIVERED",
        "district 16099": "3 SUMMED 100 %",
        "region 091": "8 SUMMED 100 %",
        "state 09": "8 SUMMED 100 %",
        "state 16": "8 SUMMED 100 %",
      }
    `);
    expect(await answers('offices', '2014', places)).toMatchInlineSnapshot(`
      {
        "association 160975001": "2 SUMMED 100 %",
        "country DG": "8 SUMMED 100 %",
        "district 16097": "3 SUMMED 100 %",
        "district 16098": "1 DELIVERED",
        "district 16099": "2 SUMMED 100 %",
        "region 091": "1 SUMMED 100 %",
        "state 09": "1 SUMMED 100 %",
        "state 16": "6 SUMMED 100 %",
      }
    `);
    expect(await answers('rating', '2014', places)).toMatchInlineSnapshot(`
      {
        "association 160975001": undefined,
        "country DG": undefined,
        "district 16097": "6 DELIVERED",
        "district 16098": "5 DELIVERED",
        "district 16099": undefined,
        "region 091": undefined,
        "state 09": undefined,
        "state 16": undefined,
      }
    `);
  });

  test('where associations report, they are the members, beside the municipalities that belong to none', async () => {
    await ingestTable(
      store,
      `
                 desks 2014  desks 2015  desks 2016
      16097001   3           3           3
      160975001  7           .           _
      16097002   _           _           4
      16097003   _           _           4`,
    );
    expect(await figures(store, 'district 16097', 'desks')).toMatchObject({
      2014: '10 SUMMED 100 %',
      2015: 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
      2016: 'INCOMPLETE SUMMED 50 %',
    });
  });

  describe('a weighted mean', () => {
    test('is the ratio of the sums, at every level', async () => {
      await ingestTable(
        store,
        `
                  waitDays 2013  places 2013
        02000000  20             10
        09171001  50             10
        16097001  10             1
        16097002  20             3
        16097003  40             6
        16098000  30             40
        16099001  5              0
        16099002  8              2`,
      );
      const places = ['association 160975001', 'district 16097', 'district 16099', ...above];
      expect(await answers('waitDays', '2013', places)).toMatchInlineSnapshot(`
        {
          "association 160975001": "33.33 SUMMED 100 %",
          "country DG": "30.92 SUMMED 100 %",
          "district 16097": "31 SUMMED 100 %",
          "district 16099": "8 SUMMED 100 %",
          "region 091": "50 SUMMED 100 %",
          "state 09": "50 SUMMED 100 %",
          "state 16": "29.35 SUMMED 100 %",
        }
      `);
    });

    test('lacks a member without a weight, and is computed anew when weights come', async () => {
      await ingestTable(
        store,
        `
                  waitDays 2020  places 2020
        16097001  10             1
        16097002  20             _
        16097003  40             6`,
      );
      expect(await answers('waitDays', '2020', ['district 16097'])).toEqual({
        'district 16097': 'INCOMPLETE SUMMED',
      });
      await ingestTable(store, `  places 2020\n 16097002 3`, { kind: 'partial' });
      expect(await answers('waitDays', '2020', ['district 16097'])).toEqual({
        'district 16097': '31 SUMMED 100 %',
      });
      await ingestTable(store, `  places 2020\n 16097002 ...`, { kind: 'partial', input: 'small/second' });
      expect(await answers('waitDays', '2020', ['district 16097'])).toEqual({
        'district 16097': 'INCOMPLETE SUMMED',
      });
    });

    test('lacks all members where none has a weight, and is none of the means further up', async () => {
      await ingestTable(
        store,
        `
                  waitDays 2017  places 2017
        16097     _              100
        16097001  10             _
        16097002  20             _
        16097003  40             _
        16098000  30             40
        16099001  5              1
        16099002  8              1`,
      );
      expect(await answers('waitDays', '2017', ['district 16097', 'state 16'])).toEqual({
        'district 16097': 'NOT_AVAILABLE SUMMED 0 %',
        'state 16': 'INCOMPLETE SUMMED 30 %',
      });
    });

    test('knows the weight of a district without a value of its own, also when that weight changes', async () => {
      await ingestTable(
        store,
        `
                  waitDays 2009  places 2009
        16097     20             10
        16098     _              10
        16099     _              20`,
      );
      expect(await answers('waitDays', '2009', ['state 16'])).toEqual({
        'state 16': 'INCOMPLETE SUMMED 25 %',
      });
      await ingestTable(store, `  places 2009\n 16098 20`, { kind: 'partial' });
      expect(await answers('waitDays', '2009', ['state 16'])).toEqual({
        'state 16': 'INCOMPLETE SUMMED 20 %',
      });
    });

    test('does not tell of the weight of a member that is not expected', async () => {
      await ingestTable(
        store,
        `
                  waitDays 2011  places 2011  offices 2020
        16099001  5              2            1
        16099003  -              .            1`,
        { kind: 'partial' },
      );
      expect(await openAggregate(store, 'district 16099 small/waitDays 2011')).toMatchObject({
        status: 'INCOMPLETE',
        reported: 1,
        expected: 2,
        hidden: 0,
      });
      await ingestTable(store, `  waitDays 2011  places 2011\n 16099002 8 2`, { kind: 'partial' });
      expect(await answers('waitDays', '2011', ['district 16099'])).toEqual({
        'district 16099': '6.5 SUMMED 100 %',
      });
    });

    test('with a hidden weight is hidden, also further up', async () => {
      await ingestTable(
        store,
        `
                  waitDays 2012  places 2012
        16097001  10             1
        16097002  20             .
        16097003  40             6
        16098000  30             40
        16099001  5              0
        16099002  8              2`,
      );
      expect(
        await answers('waitDays', '2012', ['association 160975001', 'district 16097', 'state 16']),
      ).toEqual({
        'association 160975001': 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
        'district 16097': 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
        'state 16': 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
      });
    });

    test('has no coverage that would tell a hidden weight beside a delivered total', async () => {
      await ingestTable(
        store,
        `
                  places 2016  waitDays 2016
        16097     100          _
        16097001  *            _
        16097002  30           5
        16097003  40           7`,
      );
      expect(await answers('waitDays', '2016', ['district 16097'])).toEqual({
        'district 16097': 'INCOMPLETE SUMMED',
      });
    });

    test('over weights that are all zero has no result', async () => {
      await ingestTable(
        store,
        `
                  waitDays 2021  places 2021
        16099001  5              0
        16099003  8              0`,
      );
      expect(await answers('waitDays', '2021', ['district 16099'])).toEqual({
        'district 16099': 'NOT_APPLICABLE SUMMED 100 %',
      });
    });
  });

  test('a ratio is that of the sums, never a mean of ratios', async () => {
    await ingestTable(
      store,
      `
                residents 2019  foreigners 2019
      16097001  100             10
      16097002  10              9
      16097003  90              1`,
    );
    expect(await figures(store, 'district 16097', 'foreignShare')).toMatchObject({ 2019: '10 SUMMED 100 %' });
    expect(await figures(store, 'association 160975001', 'foreignShare')).toMatchObject({
      2019: '10 SUMMED 100 %',
    });
    expect(await figures(store, 'municipality 16097002', 'foreignShare')).toMatchObject({
      2019: '90 DELIVERED',
    });
  });
});
