import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { register2013, register2021, registerOf } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, everyRow, figures, openAggregate, publishedVersion } from '../testing/stored-rows.ts';
import { importRegister } from './import-register.ts';

describe.each(askedEngines)('a register on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  beforeEach(() => emptyStore(store));
  afterAll(() => store.close());

  /** Versions and memberships of a territory, as a reader of a data version sees them. */
  async function historyOf(territory: string, version?: number) {
    const asOf = version ?? (await publishedVersion(store));
    const trueAt = (alias: string) =>
      `${alias}.version_from <= ${asOf} and (${alias}.version_until is null or ${alias}.version_until > ${asOf})`;
    const { rows: versions } = await store.database.pool.query<{ text: string }>(
      `select concat_ws(' ', v.evidence, v.proven_from, v.proven_until, v.name, v.text_code) as text
       from territory_version v join territory t on t.id = v.territory_id
       where t.kind || ' ' || t.key = $1 and ${trueAt('v')} order by v.proven_from`,
      [territory],
    );
    const { rows: parents } = await store.database.pool.query<{ text: string }>(
      `select concat_ws(' ', m.relation, p.key, m.proven_from, m.proven_until) as text
       from membership m join territory t on t.id = m.member_id join territory p on p.id = m.parent_id
       where t.kind || ' ' || t.key = $1 and ${trueAt('m')} order by m.relation, m.proven_from`,
      [territory],
    );
    return { versions: versions.map(({ text }) => text), parents: parents.map(({ text }) => text) };
  }

  test('again changes nothing; one of the same day replaces it', async () => {
    const first = await importRegister(store, register2013, { checksum: 'one' });
    expect(first).toMatchInlineSnapshot(`
      {
        "changed": true,
        "demoWithdrawn": false,
        "districts": 5,
        "municipalities": 9,
        "newTerritories": 27,
        "population": 2080,
        "uninhabited": 1,
        "version": 2,
      }
    `);
    const before = await everyRow(store);
    expect(await importRegister(store, register2013, { checksum: 'one' })).toEqual({
      ...first,
      changed: false,
      newTerritories: 0,
    });
    expect(await everyRow(store)).toEqual(before);

    const entries = register2013.entries.map((entry) =>
      entry.name === 'Fels' ? { ...entry, name: 'Felsland' } : entry,
    );
    const corrected = await importRegister(store, { ...register2013, entries }, { checksum: 'two' });
    expect(corrected).toMatchObject({ changed: true, newTerritories: 0, version: first.version + 1 });
    expect((await historyOf('district 16099')).versions).toEqual([
      'REGISTER 2013-12-31 2013-12-31 Felsland 44',
    ]);
    expect((await historyOf('district 16099', first.version)).versions).toEqual([
      'REGISTER 2013-12-31 2013-12-31 Fels 44',
    ]);
    const { rows } = await store.database.pool.query(
      'select checksum, version_until from register order by id',
    );
    expect(rows).toEqual([
      { checksum: 'one', version_until: corrected.version },
      { checksum: 'two', version_until: null },
    ]);
  });

  test('that was stored before the degree of urbanisation was read is read again, once', async () => {
    const withDegrees = {
      ...register2013,
      entries: register2013.entries.map((entry) =>
        entry.kind === 'municipality' ? { ...entry, degreeOfUrbanisation: 3 as const } : entry,
      ),
    };
    const before = await importRegister(store, register2013, { checksum: 'same file' });
    const again = await importRegister(store, withDegrees, { checksum: 'same file' });
    expect(again).toEqual({ ...before, changed: true, newTerritories: 0, version: before.version + 1 });
    expect(await importRegister(store, withDegrees, { checksum: 'same file' })).toEqual({
      ...again,
      changed: false,
    });
    const { rows } = await store.database.pool.query(
      `select r.version_until, e.degree_of_urbanisation as degree, count(*)::int as entries
       from register r join register_entry e on e.register_id = r.id
       group by 1, 2 order by 1 nulls last, 2 nulls first`,
    );
    expect(rows).toEqual([
      { version_until: again.version, degree: null, entries: 27 },
      { version_until: null, degree: null, entries: 18 },
      { version_until: null, degree: 3, entries: 9 },
    ]);
  });

  test('proves territories and memberships from its day to that of the next one that shows the same', async () => {
    await importRegister(store, register2013, { checksum: '2013' });
    await importRegister(store, register2021, { checksum: '2021' });
    expect(await historyOf('municipality 16097002')).toMatchInlineSnapshot(`
      {
        "parents": [
          "association 160975001 2013-12-31 2021-12-31",
          "district 16097 2013-12-31 2021-12-31",
        ],
        "versions": [
          "REGISTER 2013-12-31 2021-12-31 Birke 64",
        ],
      }
    `);
    expect(await historyOf('municipality 16099002')).toMatchInlineSnapshot(`
      {
        "parents": [
          "district 16099 2013-12-31 2013-12-31",
        ],
        "versions": [
          "REGISTER 2013-12-31 2013-12-31 Meise 64",
        ],
      }
    `);
    expect(await historyOf('municipality 16099003')).toMatchInlineSnapshot(`
      {
        "parents": [
          "district 16099 2021-12-31 2021-12-31",
        ],
        "versions": [
          "REGISTER 2021-12-31 2021-12-31 Specht 64",
        ],
      }
    `);
    expect(await historyOf('district 09171')).toMatchInlineSnapshot(`
      {
        "parents": [
          "country DG 2013-12-31 2021-12-31",
          "region 091 2013-12-31 2021-12-31",
          "state 09 2013-12-31 2021-12-31",
        ],
        "versions": [
          "REGISTER 2013-12-31 2021-12-31 Linde 44",
        ],
      }
    `);
  });

  test('confirms what only tables knew, and finds its facts in their place', async () => {
    await ingestTable(
      store,
      `
                     residents 2014  residents 2015
      02000000       1000            1001
      16097001       100             101
      160975001002   60              61
      160975001003   40              41
      16098          300             301
      16098000       300             301
      16099          80              -
      16099001       50              51
      16099002       30              -`,
    );
    const before = await publishedVersion(store);
    const answered = await allFigures(store);
    expect(await historyOf('municipality 16097002')).toMatchInlineSnapshot(`
      {
        "parents": [
          "association 160975001 2014-12-31 2015-12-31",
          "district 16097 2014-12-31 2015-12-31",
        ],
        "versions": [
          "TABLE 2014-12-31 2015-12-31 Name of 160975001002",
        ],
      }
    `);
    expect(await historyOf('district 16099')).toMatchInlineSnapshot(`
      {
        "parents": [
          "country DG 2014-12-31 2015-12-31",
          "state 16 2014-12-31 2015-12-31",
        ],
        "versions": [
          "TABLE 2014-12-31 2015-12-31 Name of 16099",
        ],
      }
    `);
    // Nobody can say yet who the members of a district are, nor that Hafen is a Land.
    expect(await figures(store, 'district 16097', 'residents')).toMatchInlineSnapshot(`
      {
        "2014": "INCOMPLETE SUMMED",
        "2015": "INCOMPLETE SUMMED",
      }
    `);
    // 16098000 is the same district, written longer: it is not reconciled with itself.
    expect((await openAggregate(store, 'district 16098 small/residents 2014'))?.difference).toBeNull();

    await importRegister(store, register2013, { checksum: '2013' });
    await importRegister(store, register2021, { checksum: '2021' });
    expect(await historyOf('municipality 16097002')).toMatchObject({
      versions: ['REGISTER 2013-12-31 2021-12-31 Birke 64'],
    });
    for (const territory of [
      'state 02',
      'district 02000',
      'municipality 02000000',
      'association 020000000',
    ]) {
      expect(await figures(store, territory, 'residents')).toEqual({
        2014: '1000 DELIVERED',
        2015: '1001 DELIVERED',
      });
    }
    for (const territory of ['district 16098', 'municipality 16098000']) {
      expect(await figures(store, territory, 'residents')).toEqual({
        2014: '300 DELIVERED',
        2015: '301 DELIVERED',
      });
    }
    expect(await figures(store, 'association 160975001', 'residents')).toEqual({
      2014: '100 SUMMED 100 %',
      2015: '102 SUMMED 100 %',
    });
    expect(await figures(store, 'state 16', 'residents')).toMatchInlineSnapshot(`
      {
        "2014": "580 SUMMED 100 %",
        "2015": "555 SUMMED 100 %",
      }
    `);
    const names = Object.keys(await allFigures(store)).filter((name) => name.endsWith('small/residents'));
    expect(names).toMatchInlineSnapshot(`
      [
        "in country DG: country DG small/residents",
        "in district 16097: association 160975001 small/residents",
        "in district 16097: district 16097 small/residents",
        "in district 16097: municipality 16097001 small/residents",
        "in district 16097: municipality 16097002 small/residents",
        "in district 16097: municipality 16097003 small/residents",
        "in district 16098: district 16098 small/residents",
        "in district 16099: district 16099 small/residents",
        "in district 16099: municipality 16099001 small/residents",
        "in district 16099: municipality 16099002 small/residents",
        "in state 02: state 02 small/residents",
        "in state 16: state 16 small/residents",
      ]
    `);
    expect((await openAggregate(store, 'district 16098 small/residents 2014'))?.difference).toBeNull();
    expect(await allFigures(store, before)).toEqual(answered);
  });

  test('judges every "-" anew', async () => {
    const read = async (territory: string) => (await figures(store, territory, 'residents'))[2015];
    await importRegister(store, register2013, { checksum: '2013' });
    await ingestTable(
      store,
      `
                residents 2014  residents 2015  residents 2016
      16097001  100             101             102
      16097002  60              -               62
      16097003  40              41              42
      16099001  50              51              52
      16099002  30              -               -`,
    );
    // What was replaced since was evidence in its table all the same.
    await ingestTable(store, `  residents 2014  residents 2016\n 16097002 - -`, { kind: 'partial' });
    expect(await read('municipality 16097002')).toBe('NOT_AVAILABLE DELIVERED');
    expect(await read('district 16097')).toBe('INCOMPLETE SUMMED 67 %');
    const before = await publishedVersion(store);

    await importRegister(store, register2021, { checksum: '2021' });
    expect(await read('municipality 16097002')).toBe('0 DELIVERED');
    expect(await read('district 16097')).toBe('142 SUMMED 100 %');
    expect(await openAggregate(store, 'district 16097 small/residents 2015')).toMatchObject({
      reported: 3,
      expected: 3,
    });
    expect(await read('municipality 16099002')).toBe('NOT_AVAILABLE DELIVERED');
    expect((await figures(store, 'municipality 16097002', 'residents', { version: before }))[2015]).toBe(
      'NOT_AVAILABLE DELIVERED',
    );

    const without = register2021.entries.filter((entry) => !entry.ars.startsWith('160975001002'));
    await importRegister(store, { ...register2021, entries: without }, { checksum: '2021, corrected' });
    expect(await read('municipality 16097002')).toBe('NOT_AVAILABLE DELIVERED');
  });

  test('closes the aggregates of a territory that has lost all members', async () => {
    const withGroup = registerOf(
      '2021-12-31',
      '16  Bergland\n161  Nordland\n16197  Aue  44\n161970001  Ahorn  50\n161970001001  Ahorn  63  7',
    );
    await importRegister(store, withGroup, { checksum: 'with a region' });
    await ingestTable(store, `  residents 2021\n 16197001 7`);
    expect(await figures(store, 'region 161', 'residents')).toEqual({ 2021: '7 SUMMED 100 %' });
    const entries = withGroup.entries.filter((entry) => entry.kind !== 'region');
    await importRegister(store, { ...withGroup, entries }, { checksum: 'without' });
    expect(await figures(store, 'region 161', 'residents')).toEqual({});
    expect(await figures(store, 'state 16', 'residents')).toEqual({ 2021: '7 SUMMED 100 %' });
  });

  test('whose import breaks off leaves nothing behind', async () => {
    await ingestTable(store, `  residents 2014\n 16098000 300\n 16097001 100`);
    const before = await everyRow(store);
    for (const phase of ['storing', 'aggregating', 'publishing']) {
      const controller = new AbortController();
      const work = importRegister(store, register2013, {
        checksum: '2013',
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.phase === phase) controller.abort(new Error('enough'));
        },
      });
      await expect(work).rejects.toThrow('enough');
      expect(await everyRow(store)).toEqual(before);
    }
    expect(await importRegister(store, register2013, { checksum: '2013' })).toMatchObject({ changed: true });
  });

  test('not being there yet, a key of several roles is one cell whatever the levels of the tables', async () => {
    await ingestTable(store, '  residents 2015\n16098 7');
    await ingestTable(store, '  residents 2015\n16098000 8\n16097001 1');
    expect(await figures(store, 'district 16098', 'residents')).toEqual({ 2015: '8 DELIVERED' });
  });
});
