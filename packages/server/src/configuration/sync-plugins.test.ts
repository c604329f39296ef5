import type { Catalogue } from '@kreisweit/domain';
import { publishedCatalogue, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { builtInCatalogue } from '../plugins.ts';
import { syncPlugins } from './sync-plugins.ts';

const builtIn = builtInCatalogue();
const own = builtIn.statistics[0];
if (own === undefined) throw new Error('the built-in plug-ins define no statistic');
const title = { de: 'Weg', en: 'Gone' };

/** A store of a version of Kreisweit that had one plug-in more, and one statistic more of another. */
const earlier: Catalogue = {
  ...builtIn,
  plugins: [...builtIn.plugins, { id: 'gone', title, plausibility: [] }],
  statistics: [...builtIn.statistics, { ...own, key: 'gone/register' }, { ...own, key: 'population/former' }],
};

let store: Store;
let warnings: string[] = [];
beforeAll(async () => {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no test server among the engines');
  store = await storeOn(await server.open());
});
afterAll(() => store.close());
beforeEach(async () => {
  await syncCatalogue(store, earlier);
  warnings = [];
});

const sync = (options?: Parameters<typeof syncPlugins>[2]) =>
  syncPlugins(
    store,
    {
      environment: { configuration: { kind: 'usual', files: [] } },
      log: createLog('warn', (line) => warnings.push(line)),
    },
    options,
  );
const statistics = async () => (await publishedCatalogue(store)).statistics.map(({ key }) => key);
const version = async () => (await store.database.pool.query('select version from published_pointer')).rows;

test('a plug-in that is gone stays; what is gone of one that is loaded does not', async () => {
  expect(await sync()).toMatchObject({ dropped: [] });
  expect(await statistics()).toContain('gone/register');
  expect(await statistics()).not.toContain('population/former');
  expect(warnings).toEqual([
    expect.stringContaining('the plug-in gone is not loaded: 0 indicators of it stay as they are;'),
  ]);
  const before = await version();
  await sync();
  expect(await version()).toEqual(before);
});

test('it is dropped when that is asked for, and not where something else is wrong', async () => {
  await expect(sync({ drop: ['gone', 'population'] })).rejects.toThrow('  population: is loaded');
  expect(await statistics()).toContain('gone/register');
  expect(await sync({ drop: ['gone'] })).toMatchObject({ dropped: [{ id: 'gone', indicators: 0 }] });
  expect(await publishedCatalogue(store)).toEqual(inOrder(builtIn));
  expect(warnings).toEqual([]);
});

test('a trial writes nothing: it is refused where definitions are outdated, and else goes on', async () => {
  const before = await version();
  await expect(sync({ triesOnly: true })).rejects.toThrow(
    'nothing was tried: 1 definition of the plug-ins differs from the catalogue of this database, and writing that would ' +
      'publish something; run "kreisweit migrate" first',
  );
  expect(await version()).toEqual(before);
  await sync();
  const synced = await version();
  await sync({ triesOnly: true });
  expect(await version()).toEqual(synced);
});

test('files of a plug-in that is not loaded are refused', async () => {
  await expect(sync({ uses: ['population', 'gone'] })).rejects.toThrow(
    'nothing was stored: the plug-in "gone" cannot be used',
  );
});

test('definitions that were stored before there were newer fields are read as they were meant', async () => {
  await store.database.pool.query(
    `update catalogue_version set definition =
       definition - '{plausibility,caveats,informs,deprecated,methodRevision}'::text[]`,
  );
  const { plugins, indicators } = await publishedCatalogue(store);
  expect(plugins.filter(({ plausibility }) => plausibility.length > 0)).toEqual([]);
  expect(indicators.length).toBeGreaterThan(50);
  for (const { caveats, informs, deprecated, methodRevision } of indicators) {
    expect({ caveats, informs, deprecated, methodRevision }).toEqual({
      caveats: null,
      informs: [],
      deprecated: null,
      methodRevision: 1,
    });
  }
});

/** As the store gives it back: each kind in the order of its keys. */
function inOrder(catalogue: Catalogue): Catalogue {
  const by = <Item>(items: readonly Item[], key: (item: Item) => string) =>
    items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return {
    plugins: by(catalogue.plugins, ({ id }) => id),
    statistics: by(catalogue.statistics, ({ key }) => key),
    inputs: by(catalogue.inputs, ({ key }) => key),
    measures: by(catalogue.measures, ({ key }) => key),
    indicators: by(catalogue.indicators, ({ key }) => key),
    subjects: by(catalogue.subjects, ({ key }) => key),
  };
}
