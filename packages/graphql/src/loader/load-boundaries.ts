import { type BoundarySetRequest, type BoundarySetRow, boundarySets } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** The boundaries of levels, in the order of the requests; null where a level has none. */
export async function loadBoundaries(
  requests: readonly BoundarySetRequest[],
  { db, dataVersion }: Reading,
): Promise<readonly (BoundarySetRow | null)[]> {
  return boundarySets(db, { asOf: (await dataVersion()).number, requests });
}
