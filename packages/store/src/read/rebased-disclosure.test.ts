import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedLines } from '../testing/rebased-figures.ts';
import { districtsOf2021, reformedCountry } from '../testing/reformed-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts } from '../testing/small-store.ts';

const TODAY = '2021-12-31';

describe.each(askedEngines)('what series on the boundaries of a day do not tell on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await reformedCountry(engine);
  });
  afterEach(() => emptyFacts(store));
  afterAll(() => store.close());

  const on = (day: string, indicator: string, territories: readonly string[], breakdown = '') =>
    rebasedLines(store, territories, indicator, day, { breakdown });

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
    expect(await on(TODAY, 'benefits', districtsOf2021)).toMatchInlineSnapshot(`
      "district 16091  2014: 323 APPORTIONED 7 % divided ESTIMATED
      district 16092  2014: 60 APPORTIONED 58 % divided ESTIMATED
      district 16094  2014: 32 APPORTIONED 100 % divided ESTIMATED
      district 16099  2014: 10 DELIVERED published"
    `);
    expect(
      await on(TODAY, 'benefits', [
        'municipality 16091001',
        'municipality 16091007',
        'municipality 16099001',
      ]),
    ).toMatchInlineSnapshot(`
      "municipality 16091001  
      municipality 16091007  
      municipality 16099001  "
    `);
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
    expect(await on('2018-12-31', 'helped', places)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: 20 DELIVERED published
      district 16092  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: 19 DELIVERED published
      district 16094  2014: 7 DELIVERED published | 2018: 17 DELIVERED published
      district 16099  2014: 6 DELIVERED published | 2018: 16 DELIVERED published
      municipality 16091001  
      municipality 16091098  2014: NOT_APPLICABLE SUMMED OWN_COUNT"
    `);
    expect(await on(TODAY, 'helped', places)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: NOT_APPLICABLE SUMMED OWN_COUNT
      district 16092  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: 19 DELIVERED published
      district 16094  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: NOT_APPLICABLE SUMMED OWN_COUNT
      district 16099  2014: 6 DELIVERED published | 2018: 16 DELIVERED published
      municipality 16091001  
      municipality 16091098  2014: NOT_APPLICABLE SUMMED OWN_COUNT"
    `);
    expect(await on(TODAY, 'helpedShare', places)).toMatchInlineSnapshot(`
      "district 16091  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: NOT_APPLICABLE SUMMED OWN_COUNT
      district 16092  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: 10 DELIVERED published
      district 16094  2014: NOT_APPLICABLE SUMMED OWN_COUNT | 2018: NOT_APPLICABLE SUMMED OWN_COUNT
      district 16099  2014: 10 DELIVERED published | 2018: 10 DELIVERED published
      municipality 16091001  
      municipality 16091098  2014: NOT_APPLICABLE SUMMED OWN_COUNT"
    `);
    expect(await on(TODAY, 'helped', districtsOf2021, 'sex=female')).toMatchInlineSnapshot(`
      "district 16091  2018: NOT_APPLICABLE SUMMED OWN_COUNT
      district 16092  2018: 9 DELIVERED published
      district 16094  2018: NOT_APPLICABLE SUMMED OWN_COUNT
      district 16099  2018: 5 DELIVERED published"
    `);
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
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot(`
      "district 16091  2014: CONFIDENTIAL_OR_UNKNOWN SUMMED | 2016: CONFIDENTIAL SUMMED
      district 16092  2014: INCOMPLETE SUMMED | 2016: 120 SUMMED
      district 16094  2014: CONFIDENTIAL_OR_UNKNOWN SUMMED | 2016: 80 APPORTIONED 38 % divided ESTIMATED
      district 16099  2014: 20 SUMMED published | 2016: CONFIDENTIAL_OR_UNKNOWN SUMMED
      municipality 16091001  2014: CONFIDENTIAL_OR_UNKNOWN SUMMED | 2016: 160 DELIVERED published
      municipality 16091003  2014: CONFIDENTIAL_OR_UNKNOWN SUMMED | 2016: 60 APPORTIONED 33 % divided ESTIMATED
      municipality 16092005  2016: 50 SUMMED"
    `);
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
    expect(await on(TODAY, 'people', districtsOf2021)).toMatchInlineSnapshot(`
      "district 16091  2014: 550 APPORTIONED 4 % divided ESTIMATED
      district 16092  2014: 120 SUMMED
      district 16094  2014: 80 APPORTIONED 100 % divided ESTIMATED
      district 16099  2014: 20 DELIVERED published"
    `);
  });

  test('of a territory whose key remained do not pass for the whole where a part did not report', async () => {
    await ingestTable(
      store,
      `
                people 2014
      16091001  100
      16091003  40
      16092     100
      16092001  70`,
    );
    const places = ['municipality 16091001', 'district 16091', 'district 16092'];
    expect(await on(TODAY, 'people', places)).toMatchInlineSnapshot(`
      "municipality 16091001  2014: INCOMPLETE SUMMED
      district 16091  2014: INCOMPLETE SUMMED
      district 16092  2014: INCOMPLETE SUMMED"
    `);
  });
});
