import { type GroupMembersRequest, groupMembers, type TerritoryRow } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** The members of groups, in the order of the requests. */
export async function loadGroupMembers(
  requests: readonly GroupMembersRequest[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly TerritoryRow[])[]> {
  return groupMembers(db, { asOf: (await dataVersion()).number, requests });
}
