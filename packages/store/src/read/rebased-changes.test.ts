import type { Catalogue, Formula } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedFigures, rebasedSection } from '../testing/rebased-figures.ts';
import { dividingCatalogue, reformedCountry } from '../testing/reformed-country.ts';
import { read, smallIndicator, smallMeasure } from '../testing/small-catalogue.ts';
import { ingestTable } from '../testing/small-release.ts';
import { figures } from '../testing/stored-rows.ts';

const reason = { de: 'neue Zählung', en: 'counted anew' };
const change = (of: Formula): Formula => ({ op: 'change', of, periods: 1 });
const index = (of: Formula, base: string): Formula => ({ op: 'index', of, base });

/** Jobs are counted anew from 2019 on. */
const catalogue: Catalogue = {
  ...dividingCatalogue,
  measures: [
    ...dividingCatalogue.measures.map((measure) =>
      measure.key === 'small/jobs' ? { ...measure, breaks: [{ from: '2019', reason }] } : measure,
    ),
    smallMeasure('manyPeople', {
      unit: 'count',
      disclosure: 'none',
      dimensions: [],
      countOf: { measure: 'small/people', atLeast: 70 },
    }),
  ],
  indicators: [
    ...dividingCatalogue.indicators,
    smallIndicator('manyPeople', undefined, { unit: 'count', dimensions: [] }),
    smallIndicator('peopleChange', change(read('people'))),
    smallIndicator('peopleIndex', index(read('people'), '2014')),
    smallIndicator('peopleSince2012', index(read('people'), '2012')),
    smallIndicator('jobsIndex', index(read('jobs'), '2018')),
    smallIndicator('askedIndex', index(read('asked'), '2014')),
  ],
};

const DAY = '2021-12-31';

describe.each(askedEngines)('changes and indices on the boundaries of a day on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await reformedCountry(engine, catalogue);
    await ingestTable(
      store,
      `
                people 2014  people 2015  people 2016  people 2017
      16092001  70           70           70           77
      16092002  30           30           _            _
      16091007  _            _            33           36
      16091001  100          160          160          160
      16091002  60           _            _            _
      16091003  40           40           40           40
      16099001  20           22           25           .`,
    );
    await ingestTable(
      store,
      `
                jobs 2018  jobs 2019  jobs 2020
      16099001  10         12         15
      16091001  10         10         10`,
      { input: 'small/second' },
    );
  });
  afterAll(() => store.close());

  const published = (territory: string, indicator: string) => figures(store, territory, indicator);
  const onDay = (territory: string, indicator: string) => rebasedFigures(store, territory, indicator, DAY);

  test('have values where a reform breaks the published ones', async () => {
    expect(await published('municipality 16091001', 'peopleChange')).toMatchInlineSnapshot(`
      {
        "2014": "NOT_AVAILABLE DELIVERED",
        "2015": "NOT_APPLICABLE DELIVERED BREAK REFORM",
        "2016": "0 DELIVERED",
        "2017": "0 DELIVERED",
      }
    `);
    expect(await onDay('municipality 16091001', 'peopleChange')).toMatchInlineSnapshot(`
      {
        "2014": "NOT_AVAILABLE SUMMED",
        "2015": "0 SUMMED",
        "2016": "0 DELIVERED published",
        "2017": "0 DELIVERED published",
      }
    `);
    expect(await onDay('municipality 16091001', 'peopleIndex')).toMatchInlineSnapshot(`
      {
        "2014": "100 SUMMED",
        "2015": "100 SUMMED",
        "2016": "100 SUMMED",
        "2017": "100 SUMMED",
      }
    `);
    // Erle of 2016 was 16092002 before.
    expect(await onDay('municipality 16091007', 'peopleChange')).toMatchInlineSnapshot(`
      {
        "2014": "NOT_AVAILABLE SUMMED",
        "2015": "0 SUMMED",
        "2016": "3 SUMMED",
        "2017": "3 DELIVERED published",
      }
    `);
    expect(await onDay('municipality 16091007', 'peopleIndex')).toMatchInlineSnapshot(`
      {
        "2014": "100 SUMMED",
        "2015": "100 SUMMED",
        "2016": "110 SUMMED",
        "2017": "120 SUMMED",
      }
    `);
  });

  test('say the same in a cross-section, which asks for the base too', async () => {
    for (const period of ['2014', '2016', '2017']) {
      for (const indicator of ['peopleChange', 'peopleIndex']) {
        const request = { inside: 'state 16', level: 'municipality', period } as const;
        const section = await rebasedSection(store, request, indicator, DAY);
        for (const key of ['16091001', '16091007', '16092001', '16099001']) {
          const series = (await onDay(`municipality ${key}`, indicator))[period];
          expect([key, section[key]]).toEqual([key, series?.replace(/ (DELIVERED|SUMMED)/, '')]);
        }
      }
    }
  });

  test('have no value across a change of method on any boundaries', async () => {
    const broken = 'NOT_APPLICABLE DELIVERED BREAK';
    expect(await onDay('municipality 16099001', 'jobsIndex')).toEqual({
      2018: '100 DELIVERED published',
      2019: broken,
      2020: broken,
    });
    const section = await rebasedSection(
      store,
      { inside: 'state 16', level: 'municipality', period: '2020' },
      'jobsIndex',
      DAY,
    );
    expect(section['16099001']).toBe('NOT_APPLICABLE BREAK');
  });

  test('have none for a base of which no boundaries are known', async () => {
    await ingestTable(store, 'people 2012\n16099001 20\n16091001 100', { kind: 'partial' });
    expect(await published('municipality 16099001', 'peopleSince2012')).toMatchObject({
      2014: '100 DELIVERED',
    });
    expect(await onDay('municipality 16099001', 'peopleSince2012')).toMatchInlineSnapshot(`
      {
        "2012": "NOT_AVAILABLE DELIVERED NO_CHANGES_KNOWN",
        "2014": "NOT_AVAILABLE DELIVERED NO_CHANGES_KNOWN",
        "2015": "NOT_AVAILABLE DELIVERED NO_CHANGES_KNOWN",
        "2016": "NOT_AVAILABLE DELIVERED NO_CHANGES_KNOWN",
        "2017": "NOT_AVAILABLE DELIVERED NO_CHANGES_KNOWN",
      }
    `);
    expect(await onDay('municipality 16091001', 'peopleSince2012')).toMatchInlineSnapshot(`
      {
        "2012": "NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN",
        "2014": "NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN",
        "2015": "NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN",
        "2016": "NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN",
        "2017": "NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN",
      }
    `);
  });

  test('numbers of municipalities stay on the boundaries on which they were counted', async () => {
    // Ahorn has 100 people in 2014 and 160 with Birke; of 2014 nobody counts the municipalities of today.
    expect(await published('district 16091', 'manyPeople')).toMatchInlineSnapshot(`
      {
        "2012": "INCOMPLETE SUMMED 33 %",
        "2014": "1 SUMMED 100 %",
        "2015": "1 SUMMED 100 %",
        "2016": "1 SUMMED 100 % BREAK REFORM",
        "2017": "1 SUMMED 100 %",
      }
    `);
    expect(await onDay('district 16091', 'manyPeople')).toMatchInlineSnapshot(`
      {
        "2012": "NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN",
        "2014": "NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP",
        "2015": "NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP",
        "2016": "NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP",
        "2017": "NOT_APPLICABLE SUMMED DOES_NOT_ADD_UP",
      }
    `);
    expect(await onDay('district 16099', 'manyPeople')).toMatchInlineSnapshot(`
      {
        "2012": "NOT_AVAILABLE SUMMED NO_CHANGES_KNOWN",
        "2014": "0 SUMMED published",
        "2015": "0 SUMMED published",
        "2016": "0 SUMMED published",
        "2017": "CONFIDENTIAL_OR_UNKNOWN SUMMED",
      }
    `);
  });

  test('of own counts stay on the boundaries they were counted on', async () => {
    await ingestTable(store, 'asked 2014  asked 2015  asked 2016\n16092 50 60 70\n16099 50 60 70', {
      input: 'small/byDistrict',
    });
    expect(await published('district 16092', 'askedIndex')).toMatchInlineSnapshot(`
      {
        "2014": "100 DELIVERED",
        "2015": "120 DELIVERED",
        "2016": "NOT_APPLICABLE DELIVERED BREAK REFORM",
      }
    `);
    expect(await onDay('district 16092', 'askedIndex')).toMatchInlineSnapshot(`
      {
        "2014": "NOT_APPLICABLE SUMMED OWN_COUNT",
        "2015": "NOT_APPLICABLE SUMMED OWN_COUNT",
        "2016": "NOT_APPLICABLE SUMMED OWN_COUNT",
      }
    `);
    expect(await onDay('district 16099', 'askedIndex')).toMatchInlineSnapshot(`
      {
        "2014": "100 DELIVERED published",
        "2015": "120 DELIVERED published",
        "2016": "140 DELIVERED published",
      }
    `);
  });
});
