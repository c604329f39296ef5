import { basename } from 'node:path';
import { openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { type Database, ingestRelease, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import { checksumOf } from '../cli/checksum-of.ts';
import { releaseOf } from '../delivery/release-of.ts';
import { builtInCatalogue } from '../plugins.ts';
import { changeSources, loadChangeSources } from './load-change-sources.ts';
import { officialFile } from './official-file.ts';

/** The national table of residents. */
export const residentsTable = 'observations/municipalities/12411-01-01-5_00.csv';

const allTables = [
  residentsTable,
  'observations/municipalities/12111-01-01-5_00.csv',
  'observations/districts/12411-03-03-4_00.csv',
];

/**
 * A store with official sources of territories (the registers of 2013 and 2021, unless others are named) and then national
 * tables of the population plug-in.
 */
export async function loadNationalTables(
  database: Database,
  sources: readonly string[] = changeSources.slice(0, 2),
  tables: readonly string[] = allTables,
): Promise<Store> {
  const store = await storeOn(database);
  await syncCatalogue(store, builtInCatalogue());
  await loadChangeSources(store, sources);
  for (const file of tables.map(officialFile)) {
    const opened = await openInput(populationPlugin, file);
    await ingestRelease(store, releaseOf(opened, basename(file), await checksumOf(file)));
  }
  return store;
}
