import { type TerritoryByKey, type TerritoryRow, territoriesByKey } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type TerritoryLoader = DataLoader<TerritoryByKey, TerritoryRow | null, string>;

/** Loads territories by kind, key and day; null for an unknown key. */
export function territoryLoader({ db, dataVersion }: Reading): TerritoryLoader {
  return new DataLoader(
    async (territories) => territoriesByKey(db, { asOf: (await dataVersion()).number, territories }),
    { cacheKeyFn: ({ kind, key, on }) => `${kind} ${key} ${on}` },
  );
}
