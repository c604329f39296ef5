import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type ActorRow, actorColumns } from './actor-row.ts';

/** Actors by their keys, in the order of the keys; null where a key is unknown. */
export async function actorsByKey(
  db: Kysely<StoreSchema>,
  keys: readonly string[],
): Promise<readonly (ActorRow | null)[]> {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns}
    from actor a
    where a.key = any(${keys}::text[])`.execute(db);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
