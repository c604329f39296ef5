import { type AboveRequest, type TerritoryRow, territoryAbove } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type AboveLoader = DataLoader<AboveRequest, TerritoryRow | null, string>;

/** Loads the territories above territories: parents, districts, associations, regions and states at once. */
export function aboveLoader({ db, dataVersion }: Reading): AboveLoader {
  return new DataLoader(
    async (requests) => territoryAbove(db, { asOf: (await dataVersion()).number, requests }),
    { cacheKeyFn: ({ memberId, kind, day }) => `${memberId} ${kind} ${day}` },
  );
}
