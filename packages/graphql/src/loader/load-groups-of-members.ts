import { type GroupsOfMemberRequest, groupsOfMembers, type TerritoryRow } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** The groups to which territories belong, in the order of the requests. */
export async function loadGroupsOfMembers(
  requests: readonly GroupsOfMemberRequest[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly TerritoryRow[])[]> {
  return groupsOfMembers(db, { asOf: (await dataVersion()).number, requests });
}
