import type { Store } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from './ask.ts';
import { madeUpCountry } from './fixture/made-up-country.ts';

describe.each(engines)('figures on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await madeUpCountry(engine);
    db = store.db;
  });
  afterAll(() => store.close());

  test('a series comes as parallel lists', async () => {
    const found = await answer(
      db,
      `{ district(key: "09199") { name series(indicator: "population/residents") {
        indicator { key } unit breakdown { key } periods values statuses flags origins coverages
      } } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          name: 'Landkreis Muster',
          series: {
            indicator: { key: 'population/residents' },
            unit: 'PERSON',
            breakdown: [],
            periods: [ '2014', '2015' ],
            values: [ 300000, 320000 ],
            statuses: [ 'NORMAL', 'NORMAL' ],
            flags: [ [], [ 'PROVISIONAL' ] ],
            origins: [ 'SUMMED', 'SUMMED' ],
            coverages: [ 1, 1 ]
          }
        }
      }"
    `);
  });

  test('a series can be cut to a range, restricted to a category and shown as points', async () => {
    const found = await answer(
      db,
      `{ district(key: "09199") {
        until: series(indicator: "population/residents", to: "2014") { periods values }
        from: series(indicator: "population/residents", from: "2015-Q1") { periods values }
        outside: series(indicator: "population/residents", from: "2020") { periods values statuses coverages }
        women: series(indicator: "population/residents", breakdown: [{ dimension: "sex", category: "female" }]) {
          breakdown { dimension key title(lang: EN) } values
        }
        points: series(indicator: "population/residents", from: "2015") {
          points { period value status flags origin coverage }
        }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          until: { periods: [ '2014' ], values: [ 300000 ] },
          from: { periods: [ '2015' ], values: [ 320000 ] },
          outside: { periods: [], values: [], statuses: [], coverages: [] },
          women: {
            breakdown: [ { dimension: 'sex', key: 'female', title: 'female' } ],
            values: [ 151000, 161000 ]
          },
          points: {
            points: [
              {
                period: '2015',
                value: 320000,
                status: 'NORMAL',
                flags: [ 'PROVISIONAL' ],
                origin: 'SUMMED',
                coverage: 1
              }
            ]
          }
        }
      }"
    `);
  });

  test('several indicators keep the order of their keys, categories that of their dimension', async () => {
    const found = await answer(
      db,
      `{ district(key: "09199") {
        seriesOf(indicators: ["population/foreignShare", "population/residents"], from: "2015") {
          indicator { title } unit values
        }
        seriesBy(indicator: "population/residents", dimension: "sex") { breakdown { title } values }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          seriesOf: [
            { indicator: { title: 'Ausländeranteil' }, unit: 'PERCENT', values: [ 42.6 ] },
            { indicator: { title: 'Einwohner' }, unit: 'PERSON', values: [ 320000 ] }
          ],
          seriesBy: [
            { breakdown: [ { title: 'männlich' } ], values: [ 149000, 159000 ] },
            { breakdown: [ { title: 'weiblich' } ], values: [ 151000, 161000 ] }
          ]
        }
      }"
    `);
  });

  test('a territory that changed district has one series', async () => {
    const found = await answer(
      db,
      `{ municipality(key: "09199900") { series(indicator: "population/residents") { periods values } } }`,
    );
    expect(found).toMatchInlineSnapshot(
      `"{ municipality: { series: { periods: [ '2011', '2012' ], values: [ 700, 710 ] } } }"`,
    );
  });

  test('a territory in several roles has the same figures in each', async () => {
    const found = await answer(
      db,
      `{
        city: municipality(key: "09198000") { ...figures } district(key: "09198") { ...figures }
        state: territory(key: "02") { ...figures } county: district(key: "02000") { ...figures }
        town: municipality(key: "02000000") { ...figures }
      }
      fragment figures on Territory { __typename key series(indicator: "population/residents", from: "2015") { values } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        city: { __typename: 'Municipality', key: '09198000', series: { values: [ 51000 ] } },
        district: { __typename: 'District', key: '09198', series: { values: [ 51000 ] } },
        state: { __typename: 'State', key: '02', series: { values: [ 1810000 ] } },
        county: { __typename: 'District', key: '02000', series: { values: [ 1810000 ] } },
        town: { __typename: 'Municipality', key: '02000000', series: { values: [ 1810000 ] } }
      }"
    `);
  });

  test('an earlier data version shows what was published then', async () => {
    const found = await answer(
      db,
      `{ dataVersion { number publishedAt } district(key: "09199") {
        then: series(indicator: "population/residents", asOf: 1) { values }
        now: series(indicator: "population/residents", asOf: 2) { values }
        before: value(indicator: "population/residents", period: "2015", asOf: 1) { value }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        dataVersion: { number: 2, publishedAt: '2024-05-06T07:08:09Z' },
        district: {
          then: { values: [ 300000, 310000 ] },
          now: { values: [ 300000, 320000 ] },
          before: { value: 310000 }
        }
      }"
    `);
  });

  test('a value names the releases behind it', async () => {
    const found = await answer(
      db,
      `{
        delivered: district(key: "09199") { value(indicator: "population/foreigners", period: "2015") { ...explained } }
        summed: district(key: "09199") { value(indicator: "population/residents", period: "2015") { ...short } }
        share: district(key: "09199") { value(indicator: "population/foreignShare", period: "2015") { ...short } }
        hidden: municipality(key: "09199003") { value(indicator: "population/foreigners", period: "2015") { ...short } }
        above: territory(key: "09") { value(indicator: "population/residents", period: "2015") { ...short } }
        nothing: territory(key: "DG") { value(indicator: "population/residents", period: "1999") { ...short } }
      }
      fragment explained on Value {
        indicator { formula } period value status flags origin coverage
        releases { institute title source licence file receivedAt retrievedAt demo }
      }
      fragment short on Value { value status origin coverage releases { title } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        delivered: {
          value: {
            indicator: { formula: 'population/foreigners' },
            period: '2015',
            value: 136247,
            status: 'NORMAL',
            flags: [ 'PROVISIONAL' ],
            origin: 'DELIVERED',
            coverage: null,
            releases: [
              {
                institute: 'Statistisches Amt Musterland',
                title: 'Ausländer',
                source: '12411-01-01-5',
                licence: 'dl-de/by-2-0',
                file: '2.csv',
                receivedAt: '2024-03-04T05:06:07Z',
                retrievedAt: '2024-02-03T04:05:06Z',
                demo: false
              }
            ]
          }
        },
        summed: {
          value: {
            value: 320000,
            status: 'NORMAL',
            origin: 'SUMMED',
            coverage: 1,
            releases: [ { title: 'Einwohner' } ]
          }
        },
        share: {
          value: {
            value: 42.6,
            status: 'NORMAL',
            origin: 'DELIVERED',
            coverage: null,
            releases: [ { title: 'Ausländer' }, { title: 'Einwohner' } ]
          }
        },
        hidden: {
          value: {
            value: null,
            status: 'CONFIDENTIAL_OR_UNKNOWN',
            origin: 'DELIVERED',
            coverage: null,
            releases: [ { title: 'Ausländer' } ]
          }
        },
        above: {
          value: {
            value: 361000,
            status: 'NORMAL',
            origin: 'SUMMED',
            coverage: 1,
            releases: [ { title: 'Einwohner' } ]
          }
        },
        nothing: { value: { value: null, status: 'NOT_AVAILABLE', origin: null, coverage: null, releases: [] } }
      }"
    `);
  });

  test('a cross-section shows the territories of its period', async () => {
    const found = await answer(
      db,
      `{ territory(key: "09") {
        districts: crossSection(indicator: "population/residents", period: "2015", level: DISTRICT) {
          territories { key ars ags name } values statuses coverages
        }
        municipalities: crossSection(indicator: "population/foreigners", period: "2015", level: MUNICIPALITY) {
          territories { name } values statuses
        }
        provisional: crossSection(indicator: "population/residents", period: "2012", level: MUNICIPALITY) {
          territories { name ars } values
        }
        later: crossSection(indicator: "population/residents", period: "2022", level: DISTRICT) { territories { name } }
        associations: crossSection(indicator: "population/foreigners", period: "2015", level: ASSOCIATION) {
          territories { name } values coverages
        }
        regions: crossSection(indicator: "population/foreigners", period: "2015", level: REGION) {
          territories { name } values statuses
        }
        women: crossSection(
          indicator: "population/residents", period: "2015", level: DISTRICT
          breakdown: [{ dimension: "sex", category: "female" }]
        ) { values }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        territory: {
          districts: {
            territories: [
              { key: '09197', ars: '09197', ags: '09197', name: 'Altkreis' },
              { key: '09198', ars: '09198', ags: '09198', name: 'Österstadt' },
              { key: '09199', ars: '09199', ags: '09199', name: 'Landkreis Altmuster' }
            ],
            values: [ null, 51000, 320000 ],
            statuses: [ 'NOT_AVAILABLE', 'NORMAL', 'NORMAL' ],
            coverages: [ null, null, 1 ]
          },
          municipalities: {
            territories: [
              { name: 'Altdorf' },
              { name: 'Österstadt' },
              { name: 'Adorf' },
              { name: 'Bedorf' },
              { name: 'Cedorf' }
            ],
            values: [ null, null, 31111, 59200, null ],
            statuses: [ 'NOT_AVAILABLE', 'NOT_AVAILABLE', 'NORMAL', 'NORMAL', 'CONFIDENTIAL_OR_UNKNOWN' ]
          },
          provisional: {
            territories: [
              { name: 'Altdorf', ars: '091970001001' },
              { name: 'Österstadt', ars: '091980000000' },
              { name: 'Adorf', ars: '091995001001' },
              { name: 'Bedorf', ars: '091995001002' },
              { name: 'Cedorf', ars: '091990003003' },
              { name: 'Tabellendorf', ars: null }
            ],
            values: [ null, null, null, null, null, 710 ]
          },
          later: { territories: [ { name: 'Österstadt' }, { name: 'Landkreis Muster' } ] },
          associations: { territories: [ { name: 'Adorf-Bedorf' } ], values: [ 90312 ], coverages: [ 1 ] },
          regions: { territories: [ { name: 'Region Süd' } ], values: [ null ], statuses: [ 'NOT_AVAILABLE' ] },
          women: { values: [ null, null, 161000 ] }
        }
      }"
    `);
  });

  test('a cross-section is empty where nothing lies inside', async () => {
    const found = await answer(
      db,
      `{ municipality(key: "09199001") {
        crossSection(indicator: "population/residents", period: "2015", level: DISTRICT) { territories { key } values }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(
      `"{ municipality: { crossSection: { territories: [], values: [] } } }"`,
    );
  });
});
