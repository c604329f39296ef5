import { demoRecordsAmong, type MarkedRecord } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type DemoRecordLoader = DataLoader<MarkedRecord, boolean, string>;

/** Loads whether the demo brought records of cooperation. */
export function demoRecordLoader({ db }: Reading): DemoRecordLoader {
  return new DataLoader(async (records) => [...(await demoRecordsAmong(db, records))], {
    cacheKeyFn: ({ district, kind, key }) => `${district} ${kind} ${key}`,
  });
}
