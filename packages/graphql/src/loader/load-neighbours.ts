import { type NeighboursRequest, type TerritoryRow, territoryNeighbours } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** The neighbours of territories, in the order of the requests; null where nothing is known. */
export async function loadNeighbours(
  requests: readonly NeighboursRequest[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly TerritoryRow[] | null)[]> {
  return territoryNeighbours(db, { asOf: (await dataVersion()).number, requests });
}
