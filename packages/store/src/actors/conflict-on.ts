import { RevisionConflict } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { storedActors } from './stored-actors.ts';

/** The conflict of somebody who expected a revision of an actor, with the one that there is by now. */
export async function conflictOn(
  db: Kysely<StoreSchema>,
  key: string,
  expectedRevision: number,
): Promise<RevisionConflict> {
  const revision = (await storedActors(db, [key])).get(key)?.revision ?? 0;
  return new RevisionConflict({ kind: 'actor', key }, { expectedRevision, revision });
}
