import { type Actor, RevisionConflict } from '@kreisweit/domain';
import { putActors } from '../actors/put-actors.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';

/**
 * Saves actors by their key: new ones are added, known ones brought up to date. Actors that are not named stay as they
 * are. Who saves the same ones at the same time is waited for. Throws InputProblems with all that is wrong with them, and nothing is saved.
 */
export async function saveActors(store: Store, actors: readonly Actor[]): Promise<void> {
  try {
    await saveOnce(store, actors);
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    await saveOnce(store, actors);
  }
}

async function saveOnce(store: Store, actors: readonly Actor[]): Promise<void> {
  await inTransaction<StoreSchema, void>(store.database, async ({ client, kysely }) => {
    await putActors(
      async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
      kysely,
      actors,
    );
  });
}
