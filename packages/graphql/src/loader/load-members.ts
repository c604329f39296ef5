import { type MembersRequest, type TerritoryRow, territoryMembers } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** The members of territories, in the order of the requests. */
export async function loadMembers(
  requests: readonly MembersRequest[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly TerritoryRow[])[]> {
  return territoryMembers(db, { asOf: (await dataVersion()).number, requests });
}
