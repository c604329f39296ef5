import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { engines } from '../testing/index.ts';
import { rebasedFigures } from '../testing/rebased-figures.ts';
import { districtsOf2021, reformedCountry } from '../testing/reformed-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts } from '../testing/small-store.ts';
import { allFigures, openAggregates } from '../testing/stored-rows.ts';

const TODAY = '2021-12-31';

describe.each(engines)('series on the boundaries of a day on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await reformedCountry(engine);
  });
  afterEach(() => emptyFacts(store));
  afterAll(() => store.close());

  /** One line a territory: its periods on the boundaries of a day. */
  async function on(day: string, indicator: string, territories: readonly string[], breakdown = '') {
    const found: string[] = [];
    for (const territory of territories) {
      const figures = await rebasedFigures(store, territory, indicator, day, { breakdown });
      const periods = Object.entries(figures).map(([period, figure]) => `${period}: ${figure}`);
      found.push(`${territory}  ${periods.join(' | ')}`);
    }
    return found.join('\n');
  }

  test('add up exactly what went as a whole, and divide by weights what did not', async () => {
    await ingestTable(
      store,
      `
                people 2014  people 2016  people 2021
      16091001  100          160          160
      16091002  60           _            _
      16091003  40           40           60
      16091007  _            30           30
      16091098  _            _            300
      16092001  70           70           70
      16092002  30           _            _
      16092005  _            _            50
      16093001  50           50           _
      16094001  50           50           80
      16094002  50           50           _
      16098000  300          300          _
      16099001  20           20           20`,
    );
    expect(await on(TODAY, 'people', districtsOf2021)).toMatchInlineSnapshot();
    expect(
      await on(
        TODAY,
        'people',
        ['16091001', '16091003', '16091007', '16091098', '16092005', '16094001'].map(
          (key) => `municipality ${key}`,
        ),
      ),
    ).toMatchInlineSnapshot();
    // Backwards, as far as what came later can be told apart.
    const before = ['district 16091', 'district 16092', 'district 16093', 'district 16098'];
    expect(await on('2014-12-31', 'people', before)).toMatchInlineSnapshot();
    expect(
      await on('2014-12-31', 'people', ['municipality 16091001', 'municipality 16092002']),
    ).toMatchInlineSnapshot();
  });

  test('of districts alone are divided by the weight that the measure declares', async () => {
    await ingestTable(
      store,
      `
             benefits 2014  hectares 2014  jobs 2014  residents 2014
      16091  100            100            100        200
      16092  50             50             50         100
      16093  25             25             25         50
      16094  40             40             40         100
      16098  200            200            200        300
      16099  10             10             10         20`,
      { input: 'small/byDistrict' },
    );
    expect(await on(TODAY, 'benefits', districtsOf2021)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'hectares', districtsOf2021)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'jobs', districtsOf2021)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'residents', districtsOf2021)).toMatchInlineSnapshot();
  });

  test('never show what municipalities reported of a measure that is published for districts only', async () => {
    await ingestTable(
      store,
      `
                benefits 2014
      16091001  10
      16091002  7
      16091003  83
      16092001  19
      16092002  31
      16093001  25
      16094001  23
      16094002  17
      16098000  200
      16099001  10
      16091     100
      16092     50
      16093     25
      16094     40
      16098     200
      16099     10`,
    );
    expect(await on(TODAY, 'benefits', districtsOf2021)).toMatchInlineSnapshot();
    expect(
      await on(TODAY, 'benefits', [
        'municipality 16091001',
        'municipality 16091007',
        'municipality 16099001',
      ]),
    ).toMatchInlineSnapshot();
  });

  test('of means weigh the parts, of a minimum, a maximum, a count or a rating there are none', async () => {
    await ingestTable(
      store,
      `
                people 2014  pay 2014  places 2014  waitDays 2014  lowest 2014  offices 2014  rating 2014
      16091001  100          10        5            3              1            1             7
      16091002  60           20        5            5              2            1             7
      16091003  40           30        10           7              3            1             7
      16092001  70           40        1            9              4            1             7
      16092002  30           50        1            9              5            1             7
      16093001  50           60        1            9              6            1             7
      16094001  50           70        1            9              7            1             7
      16094002  50           80        1            9              8            1             7
      16098000  300          90        0            9              9            1             7
      16099001  20           99        2            9              9            1             7`,
    );
    const places = [...districtsOf2021, 'municipality 16091001', 'municipality 16099001'];
    expect(await on(TODAY, 'pay', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'waitDays', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'lowest', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'offices', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'rating', places)).toMatchInlineSnapshot();
  });

  test('of flows over borders are an estimate, of ratios and lags computed from what was carried over', async () => {
    await ingestTable(
      store,
      `
                arrivals 2014  residents 2014  residents 2015  foreigners 2014  residents 2014 female  foreigners 2014 female
      16091001  9              100             160             10               50                     4
      16091002  8              60              _               20               30                     4
      16091003  7              40              40              30               20                     4
      16092001  6              70              70              1                35                     4
      16092002  5              30              30              2                15                     4
      16093001  4              50              50              3                25                     4
      16098000  3              300             300             4                150                    4
      16099001  2              20              20              5                10                     4`,
    );
    const places = ['district 16091', 'district 16092', 'district 16099', 'municipality 16091001'];
    expect(await on('2018-12-31', 'arrivals', places)).toMatchInlineSnapshot();
    expect(await on('2018-12-31', 'foreignShare', places)).toMatchInlineSnapshot();
    expect(await on('2018-12-31', 'foreignShare', places, 'sex=female')).toMatchInlineSnapshot();
    expect(await on('2018-12-31', 'residentsBefore', places)).toMatchInlineSnapshot();
  });

  test('of own counts stay on the boundaries they were counted on', async () => {
    await ingestTable(
      store,
      `
             helped 2014  helped 2018  asked 2014  asked 2018  helped 2018 female
      16091  10           20           100         200         10
      16092  9            19           90          190         9
      16094  7            17           70          170         8
      16098  8            18           80          180         6
      16099  6            16           60          160         5`,
    );
    const places = [...districtsOf2021, 'municipality 16091001', 'municipality 16091098'];
    expect(await on('2018-12-31', 'helped', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'helped', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'helpedShare', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'helped', districtsOf2021, 'sex=female')).toMatchInlineSnapshot();
  });

  test('are hidden by a hidden part and incomplete by a missing one', async () => {
    await ingestTable(
      store,
      `
                people 2014  people 2016
      16091001  100          160
      16091002  .            _
      16091003  40           40
      16091007  _            *
      16092001  70           70
      16092002  30           _
      16093001  _            50
      16094001  50           50
      16094002  .            50
      16098000  /            300
      16099001  20           .`,
    );
    const places = [
      ...districtsOf2021,
      'municipality 16091001',
      'municipality 16091003',
      'municipality 16092005',
    ];
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot();
  });

  test('of a district whose row was delivered beside a hidden member take that row', async () => {
    await ingestTable(
      store,
      `
                people 2014
      16091     200
      16091001  100
      16091002  .
      16091003  40
      16092     100
      16092001  70
      16092002  30
      16092003  -
      16093     50
      16094     100
      16094001  37
      16094002  .
      16098     300
      16099     20`,
    );
    expect(await on(TODAY, 'people', districtsOf2021)).toMatchInlineSnapshot();
  });

  test('of a table ahead of its boundaries stand on those it was made for', async () => {
    await ingestTable(
      store,
      `
                people 2015
      16091001  160
      16091003  40
      16091007  30
      16092001  70
      16093001  50
      16094001  50
      16094002  50
      16098000  300
      16099001  20`,
    );
    const places = [...districtsOf2021, 'municipality 16091007'];
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot();
    await emptyFacts(store);
    await ingestTable(
      store,
      `
                people 2015
      16091001  160
      16091003  40
      16091007  30
      16091     230
      16092001  70
      16092     70
      16093     50
      16094     100
      16098     300
      16099     20`,
    );
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot();
  });

  test('debug', async () => {
    await ingestTable(
      store,
      `
                people 2015
      16091001  160
      16091003  40
      16091007  30
      16092001  70
      16093001  50
      16094001  50
      16094002  50
      16098000  300
      16099001  20`,
    );
    console.log(await allFigures(store), await openAggregates(store));
    console.log(
      (
        await store.database.pool.query(
          'select t.key, l.first::text, l.last::text, l.in_force_from::text, l.in_force_until::text from territory_life l join territory t on t.id = l.territory_id where version_until is null and kind=$1 order by key',
          ['municipality'],
        )
      ).rows,
    );
    console.log(
      (
        await store.database.pool.query(
          'select a.*, t.key from aggregate a join territory t on t.id=a.territory_id where version_until is null and kind=$1 order by key',
          ['district'],
        )
      ).rows.map((r) => `${r.key} ${r.value} ${r.status} ${r.boundary_date}`),
    );
    await emptyFacts(store);
    await ingestTable(
      store,
      `
                people 2014
      16091001  100
      16091003  40
      16092001  70
      16093001  50`,
    );
    console.log(await rebasedFigures(store, 'municipality 16091001', 'people', TODAY));
  });

  test('say what stands in the way before anything is known, and of territories that are not there', async () => {
    await ingestTable(
      store,
      `
                people 2010  people 2013  people 2014  people 2030
      16091001  90           91           100          200
      16091002  50           51           60           _
      16091003  30           31           40           100
      16098000  290          291          300          _
      16099001  19           19           20           21`,
    );
    const places = [
      'district 16091',
      'district 16098',
      'district 16099',
      'municipality 16099001',
      'municipality 16091003',
    ];
    expect(await on('2009-12-31', 'people', places)).toMatchInlineSnapshot();
    expect(await on('2013-12-31', 'people', places)).toMatchInlineSnapshot();
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot();
    expect(await on('2040-01-01', 'people', places)).toEqual(await on(TODAY, 'people', places));
  });
});
