import type { TerritoryByKey, TerritoryRow } from '@kreisweit/store';
import DataLoader from 'dataloader';
import { cachedTerritories, territoryName } from '../cached-territories.ts';
import type { Reading } from './create-loaders.ts';

export type TerritoryLoader = DataLoader<TerritoryByKey, TerritoryRow | null, string>;

/** Loads territories by kind, key and day; null for an unknown key. */
export function territoryLoader({ db, dataVersion }: Reading): TerritoryLoader {
  return new DataLoader(
    async (territories) => cachedTerritories(db, (await dataVersion()).number, territories),
    { cacheKeyFn: territoryName },
  );
}
