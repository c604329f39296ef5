import { type BodyAddress, type BodyRow, bodiesByAddress, bodyAddressText } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type BodyLoader = DataLoader<BodyAddress, BodyRow | null, string>;

/** Loads bodies by their addresses; null where there is none. */
export function bodyLoader({ db }: Reading): BodyLoader {
  return new DataLoader((addresses) => bodiesByAddress(db, addresses), { cacheKeyFn: bodyAddressText });
}
