import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { engines } from '../testing/index.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { allFigures, everyRow, figures, publishedVersion } from '../testing/stored-rows.ts';

describe.each(engines)('releases on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());

  async function valuesOf(territory: string, indicator: string): Promise<Readonly<Record<string, string>>> {
    const series = Object.entries(await figures(store, territory, indicator));
    return Object.fromEntries(series.map(([period, text]) => [period, text.split(' ')[0] ?? '']));
  }

  test('an answer tells what the release did', async () => {
    const before = await publishedVersion(store);
    const first = await ingestTable(
      store,
      `
                rating 2014  rating 2015
      16097     7            8
      16097001  5            6
      16099009  5            6`,
    );
    expect({ ...first, version: first.version - before }).toMatchInlineSnapshot(`
      {
        "aggregates": 2,
        "cells": 6,
        "changed": true,
        "differences": 0,
        "dropped": 0,
        "merged": 0,
        "provisional": 1,
        "release": 1,
        "series": 3,
        "stored": 6,
        "territories": 3,
        "version": 1,
        "warningCount": 0,
        "warnings": [],
        "withdrawn": 0,
      }
    `);
    expect(await publishedVersion(store)).toBe(first.version);
    const { rows } = await store.database.pool.query(
      `select r.levels, r.periods, r.cells, count(*)::int as territories, min(p.delivered_name) as name
       from release r join release_territory p on p.release_id = r.id group by r.id`,
    );
    expect(rows).toMatchInlineSnapshot(`
      [
        {
          "cells": 6,
          "levels": [
            "district",
            "municipality",
          ],
          "name": "Name of 16097",
          "periods": [
            "2014",
            "2015",
          ],
          "territories": 3,
        },
      ]
    `);
  });

  test('a difference between a delivered total and the sum of its members is counted', async () => {
    const { differences } = await ingestTable(
      store,
      `
                highest 2014  helped 2019     helped 2020
      16097     9             200             201
      16097001  5             100             100
      16097002  5             60              60
      16097003  5             40              40`,
    );
    expect(differences).toBe(1);
  });

  test('a full release withdraws what it no longer contains: of its measures, levels and periods only', async () => {
    await ingestTable(
      store,
      `
                residents 2014  residents 2015  places 2014
      16        1000            1001            50
      16097     200             201             10
      16097001  100             101             5
      16097002  60              61              3
      16098000  300             301             7`,
    );
    await ingestTable(
      store,
      `
                residents 2014
      16097001  110
      16098000  310`,
    );
    expect(await valuesOf('municipality 16097001', 'residents')).toMatchObject({ 2014: '110', 2015: '101' });
    expect(await valuesOf('municipality 16097002', 'residents')).toEqual({ 2015: '61' });
    expect(await valuesOf('municipality 16097002', 'places')).toEqual({ 2014: '3' });
    expect(await valuesOf('municipality 16098000', 'residents')).toEqual({ 2014: '310', 2015: '301' });
    // The table of municipalities says nothing about the rows of districts and states.
    expect(await valuesOf('district 16097', 'residents')).toMatchObject({ 2014: '200', 2015: '201' });
    expect(await valuesOf('state 16', 'residents')).toMatchObject({ 2014: '1000', 2015: '1001' });
  });

  test('a full release without a kreisfreie Stadt withdraws it, whatever role it was delivered in', async () => {
    await ingestTable(store, `  foreigners 2014\n 16097001 9\n 16098000 30`);
    await ingestTable(store, `  foreigners 2014\n 16097001 10`);
    expect(await valuesOf('district 16098', 'foreigners')).toEqual({});
    expect(await valuesOf('municipality 16097001', 'foreigners')).toEqual({ 2014: '10' });
  });

  test('a partial release withdraws nothing', async () => {
    await ingestTable(store, `  foreigners 2015\n 16097001 9\n 16097002 6\n 16097003 3`);
    await ingestTable(store, `  foreigners 2015\n 16097002 7`, { kind: 'partial' });
    expect(await valuesOf('district 16097', 'foreigners')).toMatchObject({ 2015: '19' });
    expect(await valuesOf('municipality 16097003', 'foreigners')).toMatchObject({ 2015: '3' });
  });

  test('of two inputs that deliver the same cell the latest wins, and neither withdraws the other', async () => {
    const read = async () => (await valuesOf('municipality 16097001', 'lowest'))[2014];
    await ingestTable(store, `  lowest 2014\n 16097001 1`, { input: 'small/first' });
    await ingestTable(store, `  lowest 2014\n 16097001 2`, { input: 'small/second' });
    expect(await read()).toBe('2');
    await ingestTable(store, `  lowest 2014\n 16097001 3`, { input: 'small/first' });
    expect(await read()).toBe('3');
    // Without the cell of the one, that of the other is there again.
    await ingestTable(store, `  lowest 2014\n 16097002 9`, { input: 'small/first' });
    expect(await read()).toBe('2');
    await ingestTable(store, `  lowest 2014\n 16097002 9`, { input: 'small/second' });
    expect(await read()).toBeUndefined();
  });

  test('a sign that is delivered later hides the figure of another input', async () => {
    await ingestTable(store, `  offices 2014\n 16097 4`, { input: 'small/first' });
    await ingestTable(store, `  offices 2014\n 16097 *`, { input: 'small/second' });
    expect(await figures(store, 'district 16097', 'offices')).toEqual({ 2014: 'CONFIDENTIAL DELIVERED' });
  });

  test('the same file again changes nothing, and is a release again after another one', async () => {
    const one = `  desks 2014\n 16097 4`;
    const first = await ingestTable(store, one);
    const before = await everyRow(store);
    const again = await ingestTable(store, one);
    expect(again).toMatchObject({ changed: false, release: first.release, version: first.version, cells: 1 });
    expect(await everyRow(store)).toEqual(before);

    await ingestTable(store, `  desks 2014\n 16097 5`);
    expect(await ingestTable(store, one)).toMatchObject({ changed: true });
    expect(await valuesOf('district 16097', 'desks')).toEqual({ 2014: '4' });
  });

  test('a file delivered as part of a table is a release again as the whole of it', async () => {
    await ingestTable(store, `  desks 2013\n 16097 4\n 16099 5`);
    const one = `  desks 2013\n 16097 6`;
    await ingestTable(store, one, { kind: 'partial' });
    expect(await valuesOf('district 16099', 'desks')).toMatchObject({ 2013: '5' });
    expect(await ingestTable(store, one)).toMatchObject({ changed: true, withdrawn: 1 });
    expect(await valuesOf('district 16099', 'desks')).not.toHaveProperty('2013');
  });

  test('the same file is a release of its own for another input', async () => {
    const one = `  desks 2015\n 16097 4`;
    await ingestTable(store, one, { input: 'small/first' });
    expect(await ingestTable(store, one, { input: 'small/second' })).toMatchObject({ changed: true });
  });

  test('earlier data versions answer as they did', async () => {
    const versions: (readonly [number, unknown])[] = [];
    const remember = async () =>
      versions.push([await publishedVersion(store), await allFigures(store)] as const);
    await remember();
    await ingestTable(store, `  places 2016\n 16097001 1\n 16097002 2\n 16097003 3`);
    await remember();
    await ingestTable(store, `  places 2016\n 16097001 .`, { kind: 'partial' });
    await remember();
    await ingestTable(store, `  places 2016\n 16099001 3`);
    await remember();
    for (const [version, answers] of versions) expect(await allFigures(store, version)).toEqual(answers);
    expect(new Set(versions.map(([, answers]) => JSON.stringify(answers))).size).toBe(versions.length);
  });

  test('rows that say nothing make way for those that say something, in any order and also under one key', async () => {
    await ingestTable(
      store,
      `
                    places 2017  places 2018  places 2019
      16097001      _            _            1
      16097001      -            7            -
      160970001001  5            -            -
      16097001      -            -            -`,
    );
    expect(await valuesOf('municipality 16097001', 'places')).toMatchObject({
      2017: '5',
      2018: '7',
      2019: '1',
    });
    await ingestTable(store, `  places 2017\n 16097002 6\n 16097002 -`);
    expect(await valuesOf('municipality 16097002', 'places')).toMatchObject({ 2017: '6' });
  });

  test('progress goes through all phases, and its rows never fall within one', async () => {
    const seen: (readonly [string, number])[] = [];
    await ingestTable(
      store,
      `  rating 2020\n 16097001 1\n 16097002 2\n 16097003 3`,
      {},
      { onProgress: ({ phase, rows }) => void seen.push([phase, rows]) },
    );
    expect(seen).toMatchInlineSnapshot(`
      [
        [
          "reading",
          2,
        ],
        [
          "reading",
          3,
        ],
        [
          "storing",
          3,
        ],
        [
          "aggregating",
          3,
        ],
        [
          "publishing",
          0,
        ],
        [
          "publishing",
          3,
        ],
      ]
    `);
  });
});
