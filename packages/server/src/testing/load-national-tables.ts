import { basename } from 'node:path';
import { openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { type Database, ingestRelease, type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import { checksumOf } from '../cli/checksum-of.ts';
import { releaseOf } from '../cli/ingest.ts';
import { builtInCatalogue } from '../plugins.ts';
import { changeSources, loadChangeSources } from './load-change-sources.ts';
import { officialFile } from './official-file.ts';

const tables = [
  'observations/municipalities/12411-01-01-5_00.csv',
  'observations/municipalities/12111-01-01-5_00.csv',
  'observations/districts/12411-03-03-4_00.csv',
];

/** A store with the official registers of 2013 and 2021 and the national tables of the population plug-in. */
export async function loadNationalTables(database: Database): Promise<Store> {
  const store = await emptyStore(database);
  await loadChangeSources(store, changeSources.slice(0, 2));
  await ingestTables(store);
  return store;
}

/** The same tables in a store that has all sources of territories over time already, the latest first. */
export async function loadNationalTablesLast(database: Database): Promise<Store> {
  const store = await emptyStore(database);
  await loadChangeSources(store, [...changeSources].reverse());
  await ingestTables(store);
  return store;
}

async function emptyStore(database: Database): Promise<Store> {
  const store = await storeOn(database);
  await syncCatalogue(store, builtInCatalogue());
  return store;
}

async function ingestTables(store: Store): Promise<void> {
  for (const file of tables.map(officialFile)) {
    const opened = await openInput(populationPlugin, file);
    await ingestRelease(store, releaseOf(opened, basename(file), await checksumOf(file)));
  }
}
