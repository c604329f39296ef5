import { type Bounds, type Catalogue, isWithin, type Measure } from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import { importGroups } from '../groups/import-groups.ts';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { read, smallCatalogue, smallIndicator, smallMeasure } from '../testing/small-catalogue.ts';
import { smallGroups } from '../testing/small-groups.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { allFigures, figures } from '../testing/stored-rows.ts';
import { verifyAggregates } from './verify-aggregates.ts';

const counting = (name: string, measure: string, bounds: Bounds, extra: Partial<Measure> = {}): Measure =>
  smallMeasure(name, {
    unit: 'count',
    disclosure: 'none',
    dimensions: ['sex'],
    countOf: { measure: `small/${measure}`, ...bounds },
    ...extra,
  });

const counts: readonly Measure[] = [
  counting('manyForeigners', 'foreigners', { above: 10 }),
  counting('reporting', 'foreigners', {}),
  counting('someForeigners', 'foreigners', { atLeast: 5, atMost: 10 }),
  counting('fewPlaces', 'places', { below: 5 }, { dimensions: [] }),
];

const catalogue: Catalogue = {
  ...smallCatalogue,
  measures: [...smallCatalogue.measures, ...counts],
  indicators: [
    ...smallCatalogue.indicators,
    ...counts.map(({ key, dimensions }) =>
      smallIndicator(key.slice('small/'.length), undefined, { unit: 'count', dimensions }),
    ),
    smallIndicator(
      'manyShare',
      { op: 'share', part: read('manyForeigners'), whole: read('reporting') },
      { unit: 'percent', decimals: 1 },
    ),
    smallIndicator('manyChange', { op: 'change', of: read('manyForeigners'), periods: 1 }, { unit: 'count' }),
  ],
};

describe.each(askedEngines)('counts of municipalities with a condition on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine, catalogue);
  });
  afterEach(() => emptyFacts(store));
  afterAll(() => store.close());

  async function answers(indicator: string, period: string, breakdown = '') {
    const found: [string, string | undefined][] = [];
    for (const territory of [
      'association 160975001',
      'district 16097',
      'district 16098',
      'state 02',
      'state 16',
      'country DG',
    ]) {
      found.push([territory, (await figures(store, territory, indicator, { breakdown }))[period]]);
    }
    return Object.fromEntries(found);
  }

  const country = `
                foreigners 2014  foreigners 2014 female  foreigners 2015
      DG        400              _                       _
      02000000  100              60                      100
      09171001  20               11                      20
      16        280              _                       _
      16097     120              _                       _
      16097001  100              60                      100
      16097002  11               6                       10
      16097003  9                3                       11
      16098000  30               9                       8
      16099001  5                3                       5
      16099002  125              12                      _`;

  test('count municipalities at every level, whatever is delivered above them', async () => {
    await ingestTable(store, country);
    expect(await answers('manyForeigners', '2014')).toMatchInlineSnapshot(`
      {
        "association 160975001": "1 SUMMED 100 %",
        "country DG": "6 SUMMED 100 %",
        "district 16097": "2 SUMMED 100 %",
        "district 16098": "1 DELIVERED",
        "state 02": "1 DELIVERED",
        "state 16": "4 SUMMED 100 %",
      }
    `);
    expect(await answers('manyForeigners', '2014', 'sex=female')).toMatchInlineSnapshot(`
      {
        "association 160975001": "0 SUMMED 100 %",
        "country DG": "4 SUMMED 100 %",
        "district 16097": "1 SUMMED 100 %",
        "district 16098": "0 DELIVERED",
        "state 02": "1 DELIVERED",
        "state 16": "2 SUMMED 100 %",
      }
    `);
    expect(await answers('someForeigners', '2014')).toMatchInlineSnapshot(`
      {
        "association 160975001": "1 SUMMED 100 %",
        "country DG": "2 SUMMED 100 %",
        "district 16097": "1 SUMMED 100 %",
        "district 16098": "0 DELIVERED",
        "state 02": "0 DELIVERED",
        "state 16": "2 SUMMED 100 %",
      }
    `);
    expect(await answers('reporting', '2014')).toMatchInlineSnapshot(`
      {
        "association 160975001": "2 SUMMED 100 %",
        "country DG": "8 SUMMED 100 %",
        "district 16097": "3 SUMMED 100 %",
        "district 16098": "1 DELIVERED",
        "state 02": "1 DELIVERED",
        "state 16": "6 SUMMED 100 %",
      }
    `);
    expect(await answers('manyShare', '2014')).toMatchInlineSnapshot(`
      {
        "association 160975001": "50 SUMMED 100 %",
        "country DG": "75 SUMMED 100 %",
        "district 16097": "66.7 SUMMED 100 %",
        "district 16098": "100 DELIVERED",
        "state 02": "100 DELIVERED",
        "state 16": "66.7 SUMMED 100 %",
      }
    `);
    expect(await answers('manyChange', '2015')).toMatchInlineSnapshot(`
      {
        "association 160975001": "0 SUMMED 100 %",
        "country DG": "INCOMPLETE SUMMED 80 %",
        "district 16097": "0 SUMMED 100 %",
        "district 16098": "-1 DELIVERED",
        "state 02": "0 DELIVERED",
        "state 16": "INCOMPLETE SUMMED 67 %",
      }
    `);
  });

  test('are those of territories, never of a municipality inside a district', async () => {
    await ingestTable(store, country);
    const names = Object.keys(await allFigures(store)).filter((name) =>
      name.includes('small/manyForeigners'),
    );
    expect(names.filter((name) => name.includes(': municipality'))).toEqual([]);
    expect(await figures(store, 'municipality 16097001', 'manyForeigners')).toEqual({});
  });

  test('need every member, and tell nothing where one is hidden', async () => {
    await ingestTable(
      store,
      `
                foreigners 2014  foreigners 2015  places 2014
      16097     120              120              20
      16097001  100              100              10
      16097002  _                .                1
      16097003  9                9                -`,
    );
    for (const name of ['manyForeigners', 'reporting', 'someForeigners', 'manyShare']) {
      expect(await figures(store, 'district 16097', name)).toEqual({
        2014: expect.stringMatching(/^INCOMPLETE SUMMED/),
        2015: 'CONFIDENTIAL_OR_UNKNOWN SUMMED',
      });
    }
    expect((await figures(store, 'association 160975001', 'manyForeigners'))[2015]).toBe(
      'CONFIDENTIAL_OR_UNKNOWN SUMMED',
    );
    // A dash of a live municipality is a zero, and counts as one.
    expect((await figures(store, 'district 16097', 'fewPlaces'))[2014]).toBe('2 SUMMED 100 %');
  });

  test('are computed anew with each release of what they count, and go with it', async () => {
    await ingestTable(store, country);
    const change = (cells: string) =>
      ingestTable(store, `foreigners 2014\n${cells}`, { input: 'small/second', kind: 'partial' });
    await change('16097003 12');
    expect(await answers('manyForeigners', '2014')).toMatchObject({
      'district 16097': '3 SUMMED 100 %',
      'state 16': '5 SUMMED 100 %',
    });
    await change('16098000 3');
    expect(await answers('manyForeigners', '2014')).toMatchObject({
      'district 16098': '0 DELIVERED',
      'state 16': '4 SUMMED 100 %',
    });
    await ingestTable(store, 'foreigners 2015\n16099001 50');
    expect(await figures(store, 'district 16098', 'manyForeigners')).toEqual({ 2014: '0 DELIVERED' });
    expect(await figures(store, 'district 16099', 'manyForeigners')).toMatchObject({
      2015: expect.stringMatching(/^INCOMPLETE/),
    });
  });

  test('are computed when they are defined, and stay as they are when all is computed anew', async () => {
    const before = { ...catalogue, measures: smallCatalogue.measures, indicators: smallCatalogue.indicators };
    await syncCatalogue(store, before);
    await ingestTable(store, country);
    expect(await figures(store, 'district 16097', 'manyForeigners')).toEqual({});
    await syncCatalogue(store, catalogue);
    expect(await figures(store, 'district 16097', 'manyForeigners')).toEqual({
      2014: '2 SUMMED 100 %',
      2015: '2 SUMMED 100 %',
    });
    const { aggregates, series } = await verifyAggregates(store);
    expect([aggregates, series]).toEqual([0, 0]);

    const stricter = { ...catalogue.measures.find(({ key }) => key === 'small/manyForeigners') } as Measure;
    await syncCatalogue(store, {
      ...catalogue,
      measures: catalogue.measures.map((measure) =>
        measure.key === stricter.key
          ? { ...stricter, countOf: { measure: 'small/foreigners', above: 10.5 }, revision: 2 }
          : measure,
      ),
    });
    expect((await figures(store, 'district 16097', 'manyForeigners'))[2014]).toBe('2 SUMMED 100 %');
    await syncCatalogue(store, catalogue);
  });

  test('count the municipalities of a group, those of its districts and its own', async () => {
    await importGroups(store, smallGroups('some 16097 16098 16099002@2010-01-01..2021-12-30\ntown 16099001'));
    await ingestTable(store, country);
    // Two of Aue, Eiche, and Meise; Birke and Buche do not.
    expect(await figures(store, 'group some', 'manyForeigners')).toMatchObject({
      2014: expect.stringMatching(/^4 SUMMED/),
    });
    expect(await figures(store, 'group town', 'someForeigners')).toMatchObject({
      2014: expect.stringMatching(/^1 SUMMED/),
    });
    await ingestTable(store, 'foreigners 2014\n16099002 *', { input: 'small/second', kind: 'partial' });
    expect((await figures(store, 'group some', 'manyForeigners'))[2014]).toBe('CONFIDENTIAL SUMMED');
    const { aggregates, series } = await verifyAggregates(store);
    expect([aggregates, series]).toEqual([0, 0]);
  });

  test('equal the condition on each municipality, for any values', async () => {
    const keys = ['16097001', '16097002', '16097003', '16099001', '16099002', '16098000'];
    const cell = fc.oneof(
      { weight: 8, arbitrary: fc.nat(14).map(String) },
      { weight: 1, arbitrary: fc.constant('*') },
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(...keys.map(() => cell)), async (cells) => {
        await emptyFacts(store);
        await ingestTable(
          store,
          `foreigners 2014\n${keys.map((key, at) => `${key}  ${cells[at]}`).join('\n')}`,
        );
        for (const { key, countOf } of counts.slice(0, 3)) {
          for (const [territory, own] of [
            ['district 16097', cells.slice(0, 3)],
            ['district 16099', cells.slice(3, 5)],
            ['district 16098', cells.slice(5)],
            ['state 16', cells],
          ] as const) {
            const found = (await figures(store, territory, key.slice('small/'.length)))[2014]?.split(' ')[0];
            const expected = own.includes('*')
              ? 'CONFIDENTIAL'
              : String(own.filter((text) => isWithin(countOf ?? {}, Number(text))).length);
            expect([key, territory, found]).toEqual([key, territory, expected]);
          }
        }
      }),
      { numRuns: 7 },
    );
  });
});
