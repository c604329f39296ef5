import { designationOf, type TerritoryKind } from '@kreisweit/domain';
import {
  currentTerritories,
  findingKinds,
  type LineageDirection,
  publishedVersion,
  searchTerritories,
  territoriesByKey,
  territoryLineage,
  timelineFindings,
} from '@kreisweit/store';
import { beforeAll, expect, test } from 'vitest';
import type { OfficialCountry } from './official-country.ts';

/** What became of territories, by the official registers, lists and crosswalks. Tests that need all of these. */
export function officialLineage(country: () => OfficialCountry): void {
  let asOf: number;
  beforeAll(async () => {
    asOf = (await publishedVersion(country().store.db)).number;
  });

  async function idOf(kind: TerritoryKind, key: string): Promise<number> {
    const [row] = await territoriesByKey(country().store.db, {
      asOf,
      territories: [{ kind, key, on: null }],
    });
    return row?.id ?? 0;
  }

  async function lineage(
    kind: TerritoryKind,
    key: string,
    direction: LineageDirection,
  ): Promise<readonly string[]> {
    const [found = []] = await territoryLineage(country().store.db, {
      asOf,
      direction,
      ids: [await idOf(kind, key)],
    });
    return found.map(({ territory, share, knownBy, ...row }) =>
      [row.kind, territory.kind, territory.key, territory.name, share?.toFixed(4), knownBy].join(' '),
    );
  }

  async function current(kind: TerritoryKind, key: string): Promise<readonly string[]> {
    const [found = []] = await currentTerritories(country().store.db, { asOf, ids: [await idOf(kind, key)] });
    return found.map((row) => `${row.kind} ${row.key}`);
  }

  test('Osterode and the old Göttingen became the new Göttingen', async () => {
    expect(await lineage('district', '03156', 'successors')).toEqual([
      'SUCCESSION district 03159 Göttingen 1.0000 2016-12-31',
    ]);
    expect(await lineage('district', '03159', 'predecessors')).toEqual([
      'SUCCESSION district 03152 Göttingen 1.0000 2016-12-31',
      'SUCCESSION district 03156 Osterode am Harz 1.0000 2016-12-31',
    ]);
    expect(await current('district', '03156')).toEqual(['district 03159']);
  });

  test('Eisenach, a kreisfreie Stadt, became a municipality of the Wartburgkreis', async () => {
    expect(await lineage('district', '16056', 'successors')).toEqual([
      'SUCCESSION district 16063 Wartburgkreis 1.0000 2021-12-31',
      'SUCCESSION municipality 16063105 Eisenach, Stadt 1.0000 2021-12-31',
    ]);
    expect(await current('municipality', '16056000')).toEqual(['municipality 16063105']);
  });

  test('Anrode was divided among three municipalities, by inhabitants', async () => {
    const inhabitants = 1126 + 313 + 1699;
    expect(await lineage('municipality', '16064073', 'successors')).toEqual([
      `DISSOLVED municipality 16061118 Dingelstädt, Stadt ${(1699 / inhabitants).toFixed(4)} 2023-01-01`,
      `DISSOLVED municipality 16064046 Mühlhausen/Thüringen, Stadt ${(313 / inhabitants).toFixed(4)} 2023-01-01`,
      `DISSOLVED municipality 16064071 Unstruttal ${(1126 / inhabitants).toFixed(4)} 2023-01-01`,
    ]);
    expect(await current('municipality', '16064073')).toHaveLength(3);
  });

  test('a part of Cochem-Zell went to the Rhein-Hunsrück-Kreis, and Cochem-Zell lived on', async () => {
    expect(await lineage('district', '07135', 'successors')).toEqual([
      'PART_MOVED district 07140 Rhein-Hunsrück-Kreis 0.0172 2014-12-31',
    ]);
    expect(await current('district', '07135')).toEqual(['district 07135']);
  });

  test('everything that is gone leads to something that lives, associations aside', async () => {
    const { rows } = await country().store.database.pool.query<{ id: number; key: string }>(
      `select t.id, t.key from territory t
       join territory_life l on l.territory_id = t.id and l.version_until is null and l.in_force_until is not null
       where t.kind <> 'association'`,
    );
    const found = await currentTerritories(country().store.db, { asOf, ids: rows.map(({ id }) => id) });
    expect(rows.length).toBeGreaterThan(17_000);
    expect(rows.filter((_, index) => found[index]?.length === 0)).toEqual([]);
  });

  test('what people type is found', async () => {
    const first = async (text: string) => {
      const { rows } = await searchTerritories(country().store.db, {
        asOf,
        text,
        kinds: null,
        first: 1,
        after: null,
      });
      return rows[0] && `${rows[0].territory.kind} ${rows[0].territory.key}`;
    };
    expect(await first('goslar')).toBe('district 03153');
    expect(await first('03156')).toBe('district 03156');
    expect(await first('Osterode')).toBe('municipality 03159026');
    expect(await first('hamburg')).toBe('state 02');
    expect(await first('muhlhausen/th')).toBe('municipality 16064046');
  });

  test('every Textkennzeichen of the registers has a designation', async () => {
    const { rows } = await country().store.database.pool.query<{ code: string }>(
      'select distinct text_code as code from register_entry where text_code is not null order by 1',
    );
    expect(rows.length).toBeGreaterThan(18);
    expect(rows.filter(({ code }) => designationOf(code) === null)).toEqual([]);
  });

  test('the findings are these', async () => {
    const findings = await timelineFindings(country().store.db, asOf);
    const counts = Map.groupBy(findings, ({ kind, territoryKind, until }) =>
      [kind, territoryKind, until].join(' '),
    );
    expect([...counts].map(([name, group]) => `${name}: ${group.length}`)).toMatchInlineSnapshot(`
      [
        "VANISHED association 2021-12-31: 142",
        "VANISHED association 2023-11-30: 2",
        "APPEARED association 2021-12-31: 56",
        "APPEARED municipality 2021-12-31: 1",
        "APPEARED association 2023-11-30: 1",
        "RENAMED association 2021-12-31: 13",
        "RENAMED district 2021-12-31: 9",
        "RENAMED municipality 2021-12-31: 175",
        "RENAMED association 2023-11-30: 2",
        "RENAMED municipality 2023-11-30: 6",
        "REDESIGNATED municipality 2021-12-31: 7",
        "REDESIGNATED municipality 2023-11-30: 1",
        "MOVED_ASSOCIATION municipality 2021-12-31: 1002",
        "MOVED_ASSOCIATION municipality 2023-11-30: 5",
        "NOT_IN_CROSSWALK municipality 2013-12-31: 2",
        "NOT_IN_CROSSWALK municipality 2021-12-31: 6",
      ]
    `);
    expect(findingKinds).toEqual(expect.arrayContaining(findings.map(({ kind }) => kind)));
    // Three areas of the sea and of a frontier are in no crosswalk; the one of the Saarland is new in the register of 2021.
    expect(
      findings.filter(({ kind, territoryKind }) => kind === 'APPEARED' && territoryKind === 'municipality'),
    ).toMatchObject([{ key: '10042999', name: 'Deutsch-luxemburgisches Hoheitsgebiet' }]);
    const outside = findings.filter(({ kind }) => kind === 'NOT_IN_CROSSWALK').map(({ key }) => key);
    expect([...new Set(outside)]).toEqual(['07000999', '13000999', '10042999']);
  });
}
