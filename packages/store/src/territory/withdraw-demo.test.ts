import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveActors } from '../content/save-actors.ts';
import type { Store } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { actorOf } from '../testing/small-actors.ts';
import { register2013, register2021, registerOf } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, everyRow, figures, openAggregates, publishedVersion } from '../testing/stored-rows.ts';
import { importRegister } from './import-register.ts';

/** Two districts of which the official registers know one, and neither all districts of its Land. */
const demoRegister = registerOf(
  '2020-12-31',
  `
12            Marken
121           Nordmarken
12070         Moor         44
120700001     Erle         50
120700001001  Erle         63  100
16            Bergland
16097         Aue          44
160970001     Ahorn        50
160970001001  Ahorn        63  100`,
);

const actor = (key: string, demo: boolean) =>
  actorOf(key, { district: null, territories: ['12070', '16097'], demo });

describe.each(askedEngines)('the demo on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  afterAll(() => store.close());

  async function fillWithDemo(): Promise<void> {
    await emptyStore(store);
    await importRegister(store, demoRegister, { checksum: 'demo', demo: true });
    await ingestTable(
      store,
      `
                residents 2014  residents 2014 female  places 2014  helped 2014
      12        2000            1000                   _            _
      12070001  100             50                     10           20
      16097     200             100                    _            _
      16097001  100             50                     10           20`,
      { demo: true },
    );
    await saveActors(store, [actor('invented', true), actor('real', false)]);
  }

  test('says of the territories above its districts nothing that it cannot know', async () => {
    await fillWithDemo();
    expect(await figures(store, 'district 12070', 'places')).toEqual({ 2014: '10 SUMMED 100 %' });
    expect(await figures(store, 'state 12', 'places')).toEqual({ 2014: 'INCOMPLETE SUMMED' });
    expect(await figures(store, 'state 12', 'residents')).toEqual({ 2014: '2000 DELIVERED' });
    expect(await figures(store, 'country DG', 'places')).toEqual({ 2014: 'INCOMPLETE SUMMED' });
  });

  test('gives way to the first real register, with all series up to the country', async () => {
    await fillWithDemo();
    const before = await publishedVersion(store);
    const shown = await allFigures(store);
    expect(Object.keys(shown)).toContain('in country DG: country DG small/places');

    expect(await importRegister(store, register2013, { checksum: '2013' })).toMatchObject({
      demoWithdrawn: true,
    });
    expect(await allFigures(store)).toEqual({});
    expect(await openAggregates(store)).toEqual([]);
    const open = async (table: string) =>
      (await store.database.pool.query(`select from ${table} where version_until is null`)).rows.length;
    expect(await open('observation')).toBe(0);
    expect(await open('release')).toBe(0);
    expect(await open('register')).toBe(1);
    expect(await store.db.selectFrom('actor').select('key').execute()).toEqual([{ key: 'real' }]);
    expect(await allFigures(store, before)).toEqual(shown);

    expect(await importRegister(store, register2021, { checksum: '2021' })).toMatchObject({
      demoWithdrawn: false,
    });
  });

  test('leaves what was really delivered', async () => {
    await fillWithDemo();
    await ingestTable(store, `  residents 2015\n 16097001 100\n 12070001 100`, { input: 'small/second' });
    await importRegister(store, register2013, { checksum: '2013' });
    expect(await figures(store, 'district 16097', 'residents')).toEqual({ 2015: 'INCOMPLETE SUMMED 33 %' });
    expect(await figures(store, 'municipality 12070001', 'residents')).toEqual({ 2015: '100 DELIVERED' });
  });

  test('is still there when the import of the register breaks off', async () => {
    await fillWithDemo();
    const before = await everyRow(store);
    const controller = new AbortController();
    const work = importRegister(store, register2013, {
      checksum: '2013',
      signal: controller.signal,
      onProgress: ({ phase }) => {
        if (phase === 'publishing') controller.abort(new Error('enough'));
      },
    });
    await expect(work).rejects.toThrow('enough');
    expect(await everyRow(store)).toEqual(before);
  });
});
