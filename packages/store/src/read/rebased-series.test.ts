import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import type { Store } from '../open-store.ts';
import { changedCountry } from '../testing/changed-country.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedFigures, rebasedLines, rebasedSection } from '../testing/rebased-figures.ts';
import { districtsOf2021, dividingCatalogue, reformedCountry } from '../testing/reformed-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts } from '../testing/small-store.ts';

const TODAY = '2021-12-31';

describe.each(askedEngines)('series on the boundaries of a day on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await reformedCountry(engine);
  });
  afterEach(() => emptyFacts(store));
  afterAll(() => store.close());

  const on = (day: string, indicator: string, territories: readonly string[], breakdown = '') =>
    rebasedLines(store, territories, indicator, day, { breakdown });

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
    expect(await on(TODAY, 'people', districtsOf2021)).toMatchInlineSnapshot(`
      "district 16091  2014: 550 APPORTIONED 4 % divided ESTIMATED | 2016: 550 APPORTIONED 4 % divided ESTIMATED | 2021: 550 SUMMED published
      district 16092  2014: 120 SUMMED | 2016: 120 SUMMED | 2021: 120 SUMMED published
      district 16094  2014: 80 APPORTIONED 38 % divided ESTIMATED | 2016: 80 APPORTIONED 38 % divided ESTIMATED | 2021: 80 SUMMED published
      district 16099  2014: 20 SUMMED published | 2016: 20 SUMMED published | 2021: 20 SUMMED published"
    `);
    expect(
      await on(
        TODAY,
        'people',
        ['16091001', '16091003', '16091007', '16091098', '16092005', '16094001'].map(
          (key) => `municipality ${key}`,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "municipality 16091001  2014: 160 SUMMED | 2016: 160 DELIVERED published | 2021: 160 DELIVERED published
      municipality 16091003  2014: 60 APPORTIONED 33 % divided ESTIMATED | 2016: 60 APPORTIONED 33 % divided ESTIMATED | 2021: 60 DELIVERED published
      municipality 16091007  2014: 30 SUMMED | 2016: 30 DELIVERED published | 2021: 30 DELIVERED published
      municipality 16091098  2014: 300 SUMMED | 2016: 300 SUMMED | 2021: 300 DELIVERED published
      municipality 16092005  2014: 50 SUMMED | 2016: 50 SUMMED | 2021: 50 DELIVERED published
      municipality 16094001  2014: 80 APPORTIONED 38 % divided ESTIMATED | 2016: 80 APPORTIONED 38 % divided ESTIMATED | 2021: 80 DELIVERED published"
    `);
    // Backwards, as far as what came later can be told apart.
    const before = ['district 16091', 'district 16092', 'district 16093', 'district 16098'];
    expect(await on('2014-12-31', 'people', before)).toMatchInlineSnapshot(`
      "district 16091  2014: 200 SUMMED published | 2016: 200 SUMMED | 2021: NOT_AVAILABLE SUMMED AMBIGUOUS
      district 16092  2014: 100 SUMMED published | 2016: 100 SUMMED | 2021: 100 SUMMED
      district 16093  2014: 50 SUMMED published | 2016: 50 SUMMED published | 2021: 50 SUMMED
      district 16098  2014: 300 DELIVERED published | 2016: 300 DELIVERED published | 2021: 300 SUMMED"
    `);
    expect(
      await on('2014-12-31', 'people', ['municipality 16091001', 'municipality 16092002']),
    ).toMatchInlineSnapshot(`
      "municipality 16091001  2014: 100 DELIVERED published | 2016: NOT_AVAILABLE SUMMED MERGED_SINCE | 2021: NOT_AVAILABLE SUMMED MERGED_SINCE
      municipality 16092002  2014: 30 DELIVERED published | 2016: 30 SUMMED | 2021: 30 SUMMED"
    `);
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
    expect(await on(TODAY, 'benefits', districtsOf2021)).toMatchInlineSnapshot(`
      "district 16091  2014: 323 APPORTIONED 7 % divided ESTIMATED
      district 16092  2014: 60 APPORTIONED 58 % divided ESTIMATED
      district 16094  2014: 32 APPORTIONED 100 % divided ESTIMATED
      district 16099  2014: 10 DELIVERED published"
    `);
    expect(await on(TODAY, 'hectares', districtsOf2021)).toMatchInlineSnapshot(`
      "district 16091  2014: 327 APPORTIONED 8 % divided ESTIMATED
      district 16092  2014: 60 APPORTIONED 58 % divided ESTIMATED
      district 16094  2014: 28 APPORTIONED 100 % divided ESTIMATED
      district 16099  2014: 10 DELIVERED published"
    `);
    expect(await on(TODAY, 'jobs', districtsOf2021)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED NO_WEIGHT
      district 16092  2014: NOT_APPLICABLE SUMMED NO_WEIGHT
      district 16094  2014: NOT_APPLICABLE SUMMED NO_WEIGHT
      district 16099  2014: 10 DELIVERED published"
    `);
    expect(await on(TODAY, 'residents', districtsOf2021)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED NOT_APPORTIONABLE
      district 16092  2014: NOT_APPLICABLE SUMMED NOT_APPORTIONABLE
      district 16094  2014: NOT_APPLICABLE SUMMED NOT_APPORTIONABLE
      district 16099  2014: 20 DELIVERED published"
    `);
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
    expect(await on(TODAY, 'pay', places)).toMatchInlineSnapshot(`
      "district 16091  2014: 60.91 APPORTIONED 4 % divided ESTIMATED
      district 16092  2014: 48.33 SUMMED
      district 16094  2014: 73.75 APPORTIONED 38 % divided ESTIMATED
      district 16099  2014: 99 SUMMED published
      municipality 16091001  2014: 13.75 SUMMED
      municipality 16099001  2014: 99 DELIVERED published"
    `);
    expect(await on(TODAY, 'waitDays', places)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED NOT_APPORTIONABLE
      district 16092  2014: 9 SUMMED
      district 16094  2014: NOT_APPLICABLE SUMMED NOT_APPORTIONABLE
      district 16099  2014: 9 SUMMED published
      municipality 16091001  2014: 4 SUMMED
      municipality 16099001  2014: 9 DELIVERED published"
    `);
    expect(await on(TODAY, 'lowest', places)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      district 16092  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      district 16094  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      district 16099  2014: 9 SUMMED published
      municipality 16091001  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      municipality 16099001  2014: 9 DELIVERED published"
    `);
    expect(await on(TODAY, 'offices', places)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      district 16092  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      district 16094  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      district 16099  2014: 1 SUMMED published
      municipality 16091001  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      municipality 16099001  2014: 1 DELIVERED published"
    `);
    expect(await on(TODAY, 'rating', places)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      district 16092  
      district 16094  
      district 16099  
      municipality 16091001  2014: NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP
      municipality 16099001  2014: 7 DELIVERED published"
    `);
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
    expect(await on('2018-12-31', 'arrivals', places)).toMatchInlineSnapshot(`
      "district 16091  2014: INCOMPLETE SUMMED
      district 16092  2014: INCOMPLETE SUMMED
      district 16099  2014: 2 SUMMED published
      municipality 16091001  2014: 17 SUMMED ESTIMATED"
    `);
    expect(await on('2018-12-31', 'foreignShare', places)).toMatchInlineSnapshot(`
      "district 16091  2014: 12.5 SUMMED | 2015: NOT_AVAILABLE SUMMED
      district 16092  2014: 3.3 SUMMED | 2015: NOT_AVAILABLE SUMMED
      district 16099  2014: 25 SUMMED published | 2015: NOT_AVAILABLE SUMMED
      municipality 16091001  2014: 18.8 SUMMED | 2015: NOT_AVAILABLE DELIVERED"
    `);
    expect(await on('2018-12-31', 'foreignShare', places, 'sex=female')).toMatchInlineSnapshot(`
      "district 16091  2014: 7.5 SUMMED
      district 16092  2014: 13.3 SUMMED
      district 16099  2014: 40 SUMMED published
      municipality 16091001  2014: 10 SUMMED"
    `);
    expect(await on('2018-12-31', 'residentsBefore', places)).toMatchInlineSnapshot(`
      "district 16091  2015: 530 SUMMED | 2016: 530 SUMMED
      district 16092  2015: 120 SUMMED | 2016: 120 SUMMED
      district 16099  2015: 20 SUMMED published | 2016: 20 SUMMED published
      municipality 16091001  2015: 160 SUMMED | 2016: 160 DELIVERED published"
    `);
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
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot(`
      "district 16091  2015: 550 APPORTIONED 9 % divided ESTIMATED
      district 16092  2015: 120 APPORTIONED 58 % divided ESTIMATED
      district 16094  2015: 80 APPORTIONED 38 % divided ESTIMATED
      district 16099  2015: 20 SUMMED published
      municipality 16091007  2015: 30 DELIVERED published"
    `);
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
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot(`
      "district 16091  2015: 550 APPORTIONED 4 % divided ESTIMATED
      district 16092  2015: 120 SUMMED
      district 16094  2015: 80 APPORTIONED 100 % divided ESTIMATED
      district 16099  2015: 20 DELIVERED published
      municipality 16091007  2015: 30 DELIVERED published"
    `);
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
    expect(await on('2009-12-31', 'people', places)).toMatchInlineSnapshot(`
      "district 16091  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2030: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN
      district 16098  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN
      district 16099  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2030: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN
      municipality 16099001  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2030: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN
      municipality 16091003  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2030: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN"
    `);
    expect(await on('2013-12-31', 'people', places)).toMatchInlineSnapshot(`
      "district 16091  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: 173 SUMMED published | 2014: 200 SUMMED published | 2030: NOT_AVAILABLE SUMMED AMBIGUOUS
      district 16098  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: 291 DELIVERED published | 2014: 300 DELIVERED published | 2030: INCOMPLETE SUMMED
      district 16099  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: 19 SUMMED published | 2014: 20 SUMMED published | 2030: 21 SUMMED published
      municipality 16099001  2010: NOT_AVAILABLE DELIVERED NO_CHANGES_KNOWN | 2013: 19 DELIVERED published | 2014: 20 DELIVERED published | 2030: 21 DELIVERED published
      municipality 16091003  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: 31 DELIVERED published | 2014: 40 DELIVERED published | 2030: NOT_AVAILABLE SUMMED AMBIGUOUS"
    `);
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot(`
      "district 16091  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: INCOMPLETE SUMMED | 2014: INCOMPLETE SUMMED | 2030: INCOMPLETE SUMMED
      district 16098  2010: NOT_APPLICABLE DELIVERED NOT_IN_FORCE | 2013: NOT_APPLICABLE DELIVERED NOT_IN_FORCE | 2014: NOT_APPLICABLE DELIVERED NOT_IN_FORCE
      district 16099  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: 19 SUMMED published | 2014: 20 SUMMED published | 2030: 21 SUMMED published
      municipality 16099001  2010: NOT_AVAILABLE DELIVERED NO_CHANGES_KNOWN | 2013: 19 DELIVERED published | 2014: 20 DELIVERED published | 2030: 21 DELIVERED published
      municipality 16091003  2010: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013: INCOMPLETE SUMMED | 2014: INCOMPLETE SUMMED | 2030: 100 DELIVERED published"
    `);
    expect(await on('2040-01-01', 'people', places)).toEqual(await on(TODAY, 'people', places));
  });

  test('of an association whose own row was delivered hold where it was the same, and nowhere else', async () => {
    const changed = await changedCountry(engine);
    await syncCatalogue(changed, dividingCatalogue);
    await ingestTable(
      changed,
      `
                 desks 2013  desks 2016  desks 2019
      160925001  5           6           7`,
    );
    const ask = (day: string) => rebasedFigures(changed, 'association 160925001', 'desks', day);
    expect(await ask('2021-12-31')).toMatchInlineSnapshot(`
      {
        "2013": "NOT_AVAILABLE SUMMED",
        "2016": "6 DELIVERED published",
        "2019": "7 DELIVERED published",
      }
    `);
    expect(await ask('2013-12-31')).toMatchInlineSnapshot(`
      {
        "2013": "5 DELIVERED published",
        "2016": "NOT_AVAILABLE SUMMED AMBIGUOUS",
        "2019": "NOT_AVAILABLE SUMMED AMBIGUOUS",
      }
    `);
    const section = { inside: 'district 16092', level: 'association', period: '2013' } as const;
    expect(await rebasedSection(changed, section, 'desks', '2021-12-31')).toMatchInlineSnapshot(`
      {
        "160925001": "NOT_AVAILABLE",
      }
    `);
    await changed.close();
  });
});
