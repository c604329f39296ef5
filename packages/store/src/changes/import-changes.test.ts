import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { rebasedFigures } from '../testing/rebased-figures.ts';
import {
  dividingCatalogue,
  reformedDistricts,
  reformedMunicipalities,
  reformedRegisters,
} from '../testing/reformed-country.ts';
import { changeListOf, crosswalkOf } from '../testing/small-changes.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyFacts, emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, everyRow, publishedVersion } from '../testing/stored-rows.ts';
import { importChangeList } from './import-change-list.ts';
import { importCrosswalk } from './import-crosswalk.ts';

const [of2013, of2021] = reformedRegisters;

/** The list of 2022: Dorn gave 3 of 7 hectares with 20 inhabitants to Fichte, Lerche got another key and name. */
const changesOf2022 = changeListOf(
  2022,
  `
  PART_MOVED   2022-07-01  160920001001  Dorn    160920005005  Fichte    20
  PART_MOVED   2022-07-01  160920001001  Dorn    160920001001  Dorn      50
  KEY_CHANGED  2022-07-01  160990001001  Lerche  160990002002  Lerchenau`,
);

const PEOPLE = `
            people 2014  people 2021
  16091001  100          160
  16091002  60           _
  16091003  40           60
  16092001  70           70
  16092005  _            50
  16093001  50           _
  16099001  20           20`;

/** Every source of the country, each under its own checksum. */
const sources: readonly (readonly [name: string, load: (store: Store) => Promise<unknown>])[] = [
  ['register of 2013', (store) => importRegister(store, of2013, { checksum: 'register of 2013' })],
  ['register of 2021', (store) => importRegister(store, of2021, { checksum: 'register of 2021' })],
  [
    'municipalities',
    (store) => importCrosswalk(store, reformedMunicipalities, { checksum: 'municipalities' }),
  ],
  ['districts', (store) => importCrosswalk(store, reformedDistricts, { checksum: 'districts' })],
  ['changes of 2022', (store) => importChangeList(store, changesOf2022, { checksum: 'changes of 2022' })],
  ['people', (store) => ingestTable(store, PEOPLE)],
];

/** What is stored of territories and figures, by names in place of numbers, which depend on the order of imports. */
async function outcome(store: Store): Promise<unknown> {
  const { rows } = await store.database.pool.query(
    `select 'life' as what, t.kind || ' ' || t.key || ' ' || to_jsonb(l) - 'territory_id' - 'version_from' as row
     from territory_life l join territory t on t.id = l.territory_id where l.version_until is null
     union all
     select 'version', t.kind || ' ' || t.key || ' ' || (to_jsonb(v) - 'territory_id' - 'version_from')
     from territory_version v join territory t on t.id = v.territory_id where v.version_until is null
     union all
     select 'membership', m.kind || ' ' || m.key || ' in ' || p.kind || ' ' || p.key || ' ' ||
       (to_jsonb(x) - 'member_id' - 'parent_id' - 'version_from')
     from membership x join territory m on m.id = x.member_id join territory p on p.id = x.parent_id
     where x.version_until is null
     union all
     select 'reform', t.kind || ' ' || t.key || ' ' || r.day || ' ' || r.moves_population
     from reform r join territory t on t.id = r.territory_id where r.version_until is null
     order by 1, 2`,
  );
  return { rows, figures: await allFigures(store) };
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no problem',
    (error: Error) => error.message,
  );
}

describe.each(askedEngines)('importing what changed on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine, dividingCatalogue);
  });
  afterEach(() => emptyStore(store));
  afterAll(() => store.close());

  async function load(...names: readonly string[]): Promise<void> {
    for (const name of names) await sources.find(([known]) => known === name)?.[1](store);
  }

  test('comes to the same in any order', async () => {
    await load(...sources.map(([name]) => name));
    const expected = await outcome(store);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...sources], { minLength: sources.length }), async (order) => {
        await emptyStore(store);
        for (const [, each] of order) await each(store);
        expect(await outcome(store)).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  test('does nothing the second time', async () => {
    await load('register of 2013', 'register of 2021', 'municipalities', 'changes of 2022', 'people');
    const before = await everyRow(store);
    const again = { changed: false, version: await publishedVersion(store), newTerritories: 0 };
    expect(
      await importCrosswalk(store, reformedMunicipalities, { checksum: 'municipalities' }),
    ).toMatchObject(again);
    expect(await importChangeList(store, changesOf2022, { checksum: 'changes of 2022' })).toMatchObject(
      again,
    );
    expect(await everyRow(store)).toEqual(before);
  });

  test('leaves nothing behind when it is stopped or fails', async () => {
    await load('register of 2013', 'register of 2021', 'people');
    const before = await everyRow(store);
    for (const phase of ['storing', 'aggregating', 'publishing'] as const) {
      const stop = new AbortController();
      const options = {
        checksum: 'stopped',
        signal: stop.signal,
        onProgress: (progress: { readonly phase: string }) => {
          if (progress.phase === phase) stop.abort(new Error(`stopped while ${phase}`));
        },
      };
      expect(await messageOf(importCrosswalk(store, reformedMunicipalities, options))).toBe(
        `stopped while ${phase}`,
      );
    }
    const [first] = changesOf2022.changes;
    if (first === undefined) throw new Error('the list is empty');
    const wrong = {
      ...changesOf2022,
      changes: [...changesOf2022.changes, { ...first, statisticalOn: '2022-02-30' }],
    };
    expect(await messageOf(importChangeList(store, wrong, { checksum: 'wrong' }))).toContain('2022-02-30');
    expect(await everyRow(store)).toEqual(before);
    await load('municipalities');
    expect(
      await rebasedFigures(store, 'municipality 16091001', 'people', '2021-12-31'),
    ).toMatchInlineSnapshot(`
      {
        "2014": "160 SUMMED",
        "2021": "160 DELIVERED published",
      }
    `);
  });

  test('of a new edition replaces the one before, and earlier data versions stay as they were', async () => {
    await load('register of 2013', 'register of 2021', 'people', 'municipalities');
    const version = await publishedVersion(store);
    const then = await allFigures(store);
    const ask = (of: { readonly version?: number } = {}) =>
      rebasedFigures(store, 'municipality 16091001', 'people', '2021-12-31', of);
    const before = await ask();
    const corrected = crosswalkOf(
      [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020],
      2021,
      `
      16091001  16091001  2013  2020
      16091002  16091001  2013  2014  0.5
      16091002  16091003  2013  2014  0.5
      16091003  16091003  2013  2020
      16091007  16091007  2016  2020
      16091098  16091098  2018  2020
      16092002  16091007  2013  2015
      16098000  16091098  2013  2017`,
    );
    await importCrosswalk(store, corrected, { checksum: 'corrected', smaller: true });
    expect(await ask()).toMatchInlineSnapshot(`
      {
        "2014": "130 APPORTIONED 23 % divided ESTIMATED",
        "2021": "160 DELIVERED published",
      }
    `);
    expect(await ask({ version })).toEqual(before);
    expect(await allFigures(store, version)).toEqual(then);
  });

  test('of a list carries series over to its days, by the pieces that it names', async () => {
    await load('register of 2013', 'register of 2021', 'municipalities', 'changes of 2022', 'people');
    const on = async (day: string, territory: string) => rebasedFigures(store, territory, 'people', day);
    expect(await on('2022-12-31', 'municipality 16092005')).toMatchInlineSnapshot(`
      {
        "2014": "70 APPORTIONED 29 % divided ESTIMATED",
        "2021": "70 APPORTIONED 29 % divided ESTIMATED",
      }
    `);
    expect(await on('2022-12-31', 'municipality 16092001')).toMatchInlineSnapshot(`
      {
        "2014": "50 APPORTIONED 100 % divided ESTIMATED",
        "2021": "50 APPORTIONED 100 % divided ESTIMATED",
      }
    `);
    expect(await on('2022-12-31', 'municipality 16099002')).toMatchInlineSnapshot(`
      {
        "2014": "20 SUMMED",
        "2021": "20 SUMMED",
      }
    `);
    expect(await on('2022-12-31', 'district 16092')).toMatchInlineSnapshot(`
      {
        "2014": "INCOMPLETE SUMMED",
        "2021": "120 SUMMED published",
      }
    `);
    expect(await on('2022-12-31', 'district 16099')).toMatchInlineSnapshot(`
      {
        "2014": "20 SUMMED published",
        "2021": "20 SUMMED published",
      }
    `);
    await emptyFacts(store);
  });
});
