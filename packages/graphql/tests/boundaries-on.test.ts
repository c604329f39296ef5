import { groupsOf, importGroups, type Store } from '@kreisweit/store';
import { askedEngines, ingestTable, reformedCountry } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask } from './ask.ts';

const groups = {
  source: 'Test',
  groups: [
    {
      key: 'mitte',
      title: { de: 'Mitte', en: 'Middle' },
      category: 'OTHER',
      members: [
        { key: '16091', from: '2010-01-01' },
        { key: '16099', from: '2010-01-01' },
      ],
    },
  ],
};

describe.each(askedEngines)('figures on the boundaries of a day on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await reformedCountry(engine);
    db = store.db;
    await importGroups(store, groupsOf('groups.json', JSON.stringify(groups)));
    await ingestTable(
      store,
      `
                people 2014  people 2020  residents 2014  residents 2014 female  residents 2014 male  foreigners 2014  helped 2014
      16091     200          550          200             100                    100                  20               50
      16091001  100          160          100             50                     50                   10               _
      16091002  60           _            60              30                     30                   .                _
      16091003  40           60           40              20                     20                   5                _
      16092     100          120          100             60                     40                   8                40
      16093     50           _            50              20                     30                   6                30
      16094     100          80           100             50                     50                   4                20
      16098     300          _            300             150                    150                  30               60
      16099     20           20           20              12                     8                    2                10`,
    );
  });
  afterAll(() => store.close());

  test('a series says how much of each value was divided, and is not broken by reforms', async () => {
    const found = await answer(
      db,
      `{ district(key: "16091") {
        reported: series(indicator: "small/people") { boundariesOn values flags changes apportionedShares obstacles }
        rebased: series(indicator: "small/people", boundariesOn: "2021-12-31") {
          boundariesOn periods values statuses flags origins coverages apportionedShares obstacles
          index(base: "2014") points { period value origin flags }
        }
        cut: series(indicator: "small/people", boundariesOn: "2021-12-31", from: "2015") { periods values apportionedShares }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          reported: {
            boundariesOn: null,
            values: [ 200, 550 ],
            flags: [ [], [ 'BREAK', 'REFORM' ] ],
            changes: [ null, null ],
            apportionedShares: [ null, null ],
            obstacles: [ null, null ]
          },
          rebased: {
            boundariesOn: '2021-12-31',
            periods: [ '2014', '2020' ],
            values: [ 550, 550 ],
            statuses: [ 'NORMAL', 'NORMAL' ],
            flags: [ [ 'ESTIMATED' ], [] ],
            origins: [ 'APPORTIONED', 'DELIVERED' ],
            coverages: [ null, null ],
            apportionedShares: [ 0.09090909090909091, null ],
            obstacles: [ null, null ],
            index: [ 100, 100 ],
            points: [
              { period: '2014', value: 550, origin: 'APPORTIONED', flags: [ 'ESTIMATED' ] },
              { period: '2020', value: 550, origin: 'DELIVERED', flags: [] }
            ]
          },
          cut: { periods: [ '2020' ], values: [ 550 ], apportionedShares: [ null ] }
        }
      }"
    `);
  });

  test('several indicators and categories are carried over at once, and say what stands in the way', async () => {
    const found = await answer(
      db,
      `{ district(key: "16092") {
        seriesOf(indicators: ["small/foreignShare", "small/helped", "small/residents"], boundariesOn: "2018-12-31") {
          indicator { key } values statuses obstacles
        }
        seriesBy(indicator: "small/residents", dimension: "sex", boundariesOn: "2013-12-31") {
          breakdown { key } values obstacles
        }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        district: {
          seriesOf: [
            {
              indicator: { key: 'small/foreignShare' },
              values: [ null ],
              statuses: [ 'NOT_APPLICABLE' ],
              obstacles: [ 'NOT_APPORTIONABLE' ]
            },
            {
              indicator: { key: 'small/helped' },
              values: [ null ],
              statuses: [ 'NOT_APPLICABLE' ],
              obstacles: [ 'OWN_COUNT' ]
            },
            {
              indicator: { key: 'small/residents' },
              values: [ null ],
              statuses: [ 'NOT_APPLICABLE' ],
              obstacles: [ 'NOT_APPORTIONABLE' ]
            }
          ],
          seriesBy: [
            { breakdown: [ { key: 'male' } ], values: [ 40 ], obstacles: [ null ] },
            { breakdown: [ { key: 'female' } ], values: [ 60 ], obstacles: [ null ] }
          ]
        }
      }"
    `);
  });

  test('municipalities, groups and states stand on other boundaries too', async () => {
    const found = await answer(
      db,
      `{
        municipality(key: "16091001") {
          people: series(indicator: "small/people", boundariesOn: "2021-12-31") { values obstacles }
          foreigners: series(indicator: "small/foreigners", boundariesOn: "2021-12-31") { values statuses }
        }
        gone: municipality(key: "16091002") {
          series(indicator: "small/people", boundariesOn: "2021-12-31") { values statuses obstacles }
        }
        group(key: "mitte") {
          reported: series(indicator: "small/people") { values }
          series(indicator: "small/people", boundariesOn: "2021-12-31") { values apportionedShares obstacles }
        }
        territory(key: "16") { series(indicator: "small/people", boundariesOn: "2021-12-31") { values obstacles } }
      }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        municipality: {
          people: { values: [ 160, 160 ], obstacles: [ null, null ] },
          foreigners: { values: [ null ], statuses: [ 'CONFIDENTIAL_OR_UNKNOWN' ] }
        },
        gone: { series: { values: [ null ], statuses: [ 'NOT_APPLICABLE' ], obstacles: [ 'NOT_IN_FORCE' ] } },
        group: {
          reported: { values: [ 220, 570 ] },
          series: {
            values: [ 570, 570 ],
            apportionedShares: [ 0.08771929824561403, null ],
            obstacles: [ null, null ]
          }
        },
        territory: { series: { values: [ 770, 770 ], obstacles: [ null, null ] } }
      }"
    `);
  });

  test('a cross-section has the territories of the day, not those of the period', async () => {
    const found = await answer(
      db,
      `{ territory(key: "16") {
        reported: crossSection(indicator: "small/people", period: "2014", level: DISTRICT) { territories { key } values }
        on2021: crossSection(indicator: "small/people", period: "2014", level: DISTRICT, boundariesOn: "2021-12-31") {
          territories { key name } values statuses flags coverages apportionedShares obstacles
        }
        on2016: crossSection(indicator: "small/helped", period: "2014", level: DISTRICT, boundariesOn: "2016-12-31") {
          territories { key } values obstacles
        }
      } }`,
    );
    expect(found).toMatchInlineSnapshot(`
      "{
        territory: {
          reported: {
            territories: [
              { key: '16091' },
              { key: '16092' },
              { key: '16093' },
              { key: '16094' },
              { key: '16098' },
              { key: '16099' }
            ],
            values: [ 200, 100, 50, 100, 300, 20 ]
          },
          on2021: {
            territories: [
              { key: '16091', name: 'Alt' },
              { key: '16092', name: 'Berg' },
              { key: '16094', name: 'Tal' },
              { key: '16099', name: 'Fels' }
            ],
            values: [ 550, 120, 80, 20 ],
            statuses: [ 'NORMAL', 'NORMAL', 'NORMAL', 'NORMAL' ],
            flags: [ [ 'ESTIMATED' ], [ 'ESTIMATED' ], [ 'ESTIMATED' ], [] ],
            coverages: [ null, null, null, null ],
            apportionedShares: [ 0.09090909090909091, 0.5833333333333334, 1, null ],
            obstacles: [ null, null, null, null ]
          },
          on2016: {
            territories: [
              { key: '16091' },
              { key: '16092' },
              { key: '16093' },
              { key: '16094' },
              { key: '16098' },
              { key: '16099' }
            ],
            values: [ null, null, 30, 20, 60, 10 ],
            obstacles: [ 'OWN_COUNT', 'OWN_COUNT', null, null, null, null ]
          }
        }
      }"
    `);
  });

  test('what is no day is refused before anything is read', async () => {
    const { errors } = await ask(
      db,
      `{ district(key: "16091") { series(indicator: "small/people", boundariesOn: "2021-02-30") { values } } }`,
    );
    expect(errors).toMatchInlineSnapshot(`
      [
        {
          "message": "'2021-02-30' is no day. Write it as 2015-12-31.",
          "path": undefined,
        },
      ]
    `);
  });

  test('an unknown indicator spoils only its own series', async () => {
    const { data, errors } = await ask(
      db,
      `{
        right: district(key: "16099") { series(indicator: "small/people", boundariesOn: "2021-12-31") { values } }
        wrong: district(key: "16091") { series(indicator: "small/poeple", boundariesOn: "2021-12-31") { values } }
      }`,
    );
    expect({ data, errors }).toMatchInlineSnapshot(`
      {
        "data": {
          "right": {
            "series": {
              "values": [
                20,
                20,
              ],
            },
          },
          "wrong": null,
        },
        "errors": [
          {
            "argument": "indicator",
            "code": "BAD_USER_INPUT",
            "message": "There is no indicator 'small/poeple'. Did you mean 'small/people'?",
            "path": "wrong.series",
          },
        ],
      }
    `);
  });
});
