import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { changedCountry } from '../testing/changed-country.ts';
import { askedEngines } from '../testing/index.ts';
import { publishedVersion } from '../testing/stored-rows.ts';
import { currentTerritories } from './current-territories.ts';
import type { LineageDirection } from './lineage-sql.ts';
import { territoryLineage } from './territory-lineage.ts';
import { territoryVersions } from './territory-versions.ts';

describe.each(askedEngines)('lineage on $name', (engine) => {
  let store: Store;
  let asOf: number;
  beforeAll(async () => {
    store = await changedCountry(engine);
    asOf = await publishedVersion(store);
  });
  afterAll(() => store.close());

  async function idOf(territory: string): Promise<number> {
    const { rows } = await store.database.pool.query<{ id: number }>(
      `select id from territory where kind || ' ' || key = $1`,
      [territory],
    );
    return rows[0]?.id ?? 0;
  }

  async function lineage(
    territory: string,
    direction: LineageDirection,
    version = asOf,
  ): Promise<readonly string[]> {
    const [found = []] = await territoryLineage(store.db, {
      asOf: version,
      direction,
      ids: [await idOf(territory)],
    });
    return found.map(({ territory, share, areaShare, kind, effectiveOn, knownBy }) =>
      [kind, territory.kind, territory.key, share, areaShare, effectiveOn ?? 'known by', knownBy].join(' '),
    );
  }

  async function current(territory: string, version = asOf): Promise<readonly string[]> {
    const [found = []] = await currentTerritories(store.db, { asOf: version, ids: [await idOf(territory)] });
    return found.map(({ kind, key }) => `${kind} ${key}`);
  }

  test('a dissolved district leads to the one that took it in, and back', async () => {
    expect(await lineage('district 16091', 'successors')).toEqual([
      'SUCCESSION district 16092 1 1 known by 2016-12-31',
    ]);
    expect(await lineage('district 16092', 'predecessors')).toEqual([
      'SUCCESSION district 16091 1 1 known by 2016-12-31',
      'SUCCESSION district 16098 1 1 known by 2018-12-31',
    ]);
    expect(await lineage('district 16091', 'predecessors')).toEqual([]);
    expect(await current('district 16091')).toEqual(['district 16092']);
  });

  test('a part that left is a part, with the share of the last year, and what lives on is itself', async () => {
    expect(await lineage('municipality 16092002', 'successors')).toEqual([
      'PART_MOVED municipality 16092001 0.25 0.3 known by 2015-12-31',
    ]);
    expect(await current('municipality 16092002')).toEqual(['municipality 16092002']);
  });

  test('a list of changes counts before the crosswalk of the same year, and its day is exact', async () => {
    expect(await lineage('municipality 16092003', 'successors')).toEqual([
      'DISSOLVED municipality 16092001 0.3 0.3 2022-03-01 2022-03-01',
      'DISSOLVED municipality 16092004 0.7 0.7 2022-03-01 2022-03-01',
    ]);
    expect(await lineage('municipality 16092001', 'predecessors')).toEqual([
      'PART_MOVED municipality 16092002 0.25 0.3 known by 2015-12-31',
      'SUCCESSION municipality 16091001 1 1 known by 2016-12-31',
      'DISSOLVED municipality 16092003 0.3 0.3 2022-03-01 2022-03-01',
    ]);
  });

  test('a share without inhabitants is unknown, and chains are followed to the end', async () => {
    expect(await lineage('municipality 16092005', 'successors')).toEqual([
      'SUCCESSION municipality 16092003  1 known by 2013-12-31',
    ]);
    expect(await current('municipality 16092005')).toEqual([
      'municipality 16092001',
      'municipality 16092004',
    ]);
  });

  test('a kreisfreie Stadt has the lineage of both its roles, and is found again in the same role', async () => {
    const both = [
      'SUCCESSION district 16092 1 1 known by 2018-12-31',
      'SUCCESSION municipality 16092098 1 1 known by 2018-12-31',
    ];
    expect(await lineage('district 16098', 'successors')).toEqual(both);
    expect(await lineage('municipality 16098000', 'successors')).toEqual(both);
    expect(await current('district 16098')).toEqual(['district 16092']);
    expect(await current('municipality 16098000')).toEqual(['municipality 16092098']);
  });

  test('an association has what lists say, without shares; a municipality has nothing of its association', async () => {
    expect(await lineage('association 160925001', 'successors')).toEqual([
      'KEY_CHANGED association 160925009   2022-03-01 2022-03-01',
    ]);
    expect(await current('association 160925001')).toEqual(['association 160925009']);
    expect(await lineage('association 160920003', 'successors')).toEqual([]);
  });

  test('earlier data versions know less', async () => {
    expect(await lineage('municipality 16092003', 'successors', 5)).toEqual([
      'SUCCESSION municipality 16092001 0.28 0.28 known by 2022-12-31',
      'SUCCESSION municipality 16092004 0.72 0.72 known by 2022-12-31',
    ]);
    expect(await lineage('district 16091', 'successors', 2)).toEqual([]);
    expect(await current('district 16091', 2)).toEqual([]);
    expect(await current('district 16091', 1)).toEqual(['district 16091']);
  });

  test('versions say what it was called, the earliest first', async () => {
    const [versions = []] = await territoryVersions(store.db, {
      asOf,
      ids: [await idOf('municipality 16092001')],
    });
    expect(
      versions.map(({ name, textCode, provenFrom, evidence }) => [name, textCode, provenFrom, evidence]),
    ).toEqual([
      ['Eibe', '64', '2013-12-31', 'REGISTER'],
      ['Eibe, Stadt', '63', '2021-12-31', 'REGISTER'],
    ]);
  });

  test('many territories are answered in the order of the question, also twice and unknown ones', async () => {
    const ids = [await idOf('district 16091'), 9999, await idOf('district 16091')];
    const found = await territoryLineage(store.db, { asOf, direction: 'successors', ids });
    expect(found.map((each) => each.map(({ territory }) => territory.key))).toEqual([
      ['16092'],
      [],
      ['16092'],
    ]);
    const now = await currentTerritories(store.db, { asOf, ids });
    expect(now.map((each) => each.map(({ key }) => key))).toEqual([['16092'], [], ['16092']]);
  });
});
