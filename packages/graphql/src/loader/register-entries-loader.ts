import { type RegisterEntryRow, registerEntries } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type RegisterEntriesLoader = DataLoader<number, readonly RegisterEntryRow[]>;

/** Loads what the registers say about territories, by their internal ids, the oldest register first. */
export function registerEntriesLoader({ db, dataVersion }: Reading): RegisterEntriesLoader {
  return new DataLoader(async (ids) => registerEntries(db, { asOf: (await dataVersion()).number, ids }));
}
