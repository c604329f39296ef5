import { openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { ingestRelease, type Store, syncCatalogue } from '@kreisweit/store';
import { releaseOf } from '../src/delivery/release-of.ts';
import { officialFile } from '../src/testing/official-file.ts';
import { benchCatalogue } from './many-indicators.ts';
import { seconds } from './seconds.ts';

/**
 * Ingests the national table of residents by municipality, with twenty indicators published on it, into a store with
 * registers. Answers how many seconds the ingest took.
 */
export async function loadNation(store: Store): Promise<number> {
  await syncCatalogue(store, benchCatalogue());
  const file = officialFile('observations/municipalities/12411-01-01-5_00.csv');
  const release = releaseOf(await openInput(populationPlugin, file), file, 'benchmark');
  const taken = await seconds(() => ingestRelease(store, release));
  await store.database.pool.query('vacuum analyze');
  return taken;
}
