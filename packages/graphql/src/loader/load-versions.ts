import { type TerritoryVersionRow, territoryVersions } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** The versions of territories, in the order of their internal ids. */
export async function loadVersions(
  ids: readonly number[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly TerritoryVersionRow[])[]> {
  return territoryVersions(db, { asOf: (await dataVersion()).number, ids });
}
