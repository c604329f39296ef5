import { currentTerritories, type LineageRow, type TerritoryRow, territoryLineage } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** What territories came from, in the order of their internal ids. */
export async function loadPredecessors(
  ids: readonly number[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly LineageRow[])[]> {
  return territoryLineage(db, { asOf: (await dataVersion()).number, direction: 'predecessors', ids });
}

/** Where territories went, in the order of their internal ids. */
export async function loadSuccessors(
  ids: readonly number[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly LineageRow[])[]> {
  return territoryLineage(db, { asOf: (await dataVersion()).number, direction: 'successors', ids });
}

/** What has become of territories, in the order of their internal ids. */
export async function loadCurrent(
  ids: readonly number[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly TerritoryRow[])[]> {
  return currentTerritories(db, { asOf: (await dataVersion()).number, ids });
}
