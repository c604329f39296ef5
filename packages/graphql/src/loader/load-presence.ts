import type { PresenceOverTime } from '@kreisweit/domain';
import { type PresenceRequest, presenceOf } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** Who was represented in the meetings of bodies, in the order of the requests. */
export async function loadPresence(
  requests: readonly PresenceRequest[],
  { db, dataVersion }: Reading,
): Promise<readonly PresenceOverTime[]> {
  return presenceOf(db, { asOf: (await dataVersion()).number, requests });
}
