import type { Catalogue } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedLines, rebasedSection } from '../testing/rebased-figures.ts';
import { dividingCatalogue, reformedCountry } from '../testing/reformed-country.ts';
import { smallIndicator, smallMeasure } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { figures } from '../testing/stored-rows.ts';

const births = smallMeasure('births', {
  apportionBy: 'population',
  overTime: 'sum',
  reference: { during: 'period' },
  dimensions: [],
});
const catalogue: Catalogue = {
  ...dividingCatalogue,
  measures: [...dividingCatalogue.measures, births],
  indicators: [...dividingCatalogue.indicators, smallIndicator('births', undefined, { dimensions: [] })],
};

// Birke (16091002) went into Ahorn (16091001) in 2015.
describe.each(askedEngines)('years of quarters on the boundaries of a day on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await reformedCountry(engine, catalogue);
    await ingestTable(
      store,
      `
                births 2014-Q1  births 2014-Q2  births 2014-Q3  births 2014-Q4  births 2013-Q1  births 2013-Q2
      16091001  10              11              12              13              9               9
      16091002  1               2               3               4               1               1
      16091003  5               5               5               5               5               5`,
    );
  });
  afterAll(() => store.close());

  test('add up what the parts reported', async () => {
    expect(await figures(store, 'municipality 16091001', 'births')).toMatchObject({ 2014: '46 SUMMED' });
    expect(
      await rebasedLines(store, ['municipality 16091001', 'municipality 16091003'], 'births', '2021-12-31'),
    ).toMatchInlineSnapshot(`
      "municipality 16091001  2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014: 56 SUMMED | 2013-Q1: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013-Q2: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014-Q1: 11 SUMMED | 2014-Q2: 13 SUMMED | 2014-Q3: 15 SUMMED | 2014-Q4: 17 SUMMED
      municipality 16091003  2013: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014: INCOMPLETE SUMMED | 2013-Q1: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2013-Q2: NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN | 2014-Q1: INCOMPLETE SUMMED | 2014-Q2: INCOMPLETE SUMMED | 2014-Q3: INCOMPLETE SUMMED | 2014-Q4: INCOMPLETE SUMMED"
    `);
  });

  test('and so they do in a cross-section', async () => {
    expect(
      await rebasedSection(
        store,
        { inside: 'district 16091', level: 'municipality', period: '2014' },
        'births',
        '2021-12-31',
      ),
    ).toMatchInlineSnapshot(`
      {
        "16091001": "56",
        "16091003": "INCOMPLETE",
        "16091007": "NOT_AVAILABLE",
        "16091098": "NOT_AVAILABLE",
      }
    `);
  });
});
