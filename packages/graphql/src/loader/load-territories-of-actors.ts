import { type ActorRow, type TerritoryRow, territoriesById } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** The territories in which actors work, in the order of the actors; those that are gone are left out. */
export async function loadTerritoriesOfActors(
  actors: readonly ActorRow[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly TerritoryRow[])[]> {
  const ids = [...new Set(actors.flatMap(({ territoryIds }) => territoryIds))];
  const rows = await territoriesById(db, { asOf: (await dataVersion()).number, ids });
  const byId = new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row]])));
  return actors.map(({ territoryIds }) => territoryIds.flatMap((id) => byId.get(id) ?? []));
}
