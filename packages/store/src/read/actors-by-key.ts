import { type Kysely, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type ActorRow, actorColumns } from './actor-row.ts';

/** Actors by their keys, in the order of the keys; the one that is left under the key of a merged one, null where a key is unknown. */
export async function actorsByKey(
  db: Kysely<StoreSchema>,
  keys: readonly string[],
): Promise<readonly (ActorRow | null)[]> {
  const { rows } = await sql<ActorRow & { readonly askedKey: string }>`
    select asked.key as "askedKey", ${actorColumns}
    from actor asked
    join actor a on a.key = ${canonicalActor('asked.key')}
    where asked.key = any(${keys}::text[])`.execute(db);
  const byKey = new Map(rows.map(({ askedKey, ...row }) => [askedKey, row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
