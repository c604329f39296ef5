import type { Actor } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { canonicalActor } from './canonical-actor.ts';

/** An actor as it is kept: `mergedInto` is the key of the one that is left where it was merged, null for one that stands for itself. */
export type StoredActor = Actor & { readonly revision: number; readonly mergedInto: string | null };

/**
 * Actors by their keys, merged ones as they were; what is unknown is left out. Territories have their short keys, in order; memberships name
 * the organisations that are left. One statement.
 */
export async function storedActors(
  db: Kysely<StoreSchema>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredActor>> {
  const { rows } = await sql<StoredActor>`
    select a.key, a.kind, a.name, json_build_object('de', a.description_de, 'en', a.description_en) as description,
      a.district_key as district,
      array(
        select t.key from actor_territory l join territory t on t.id = l.territory_id where l.actor_key = a.key order by t.key
      ) as territories,
      a.topics, a.languages, a.migrant_led as "migrantLed", a.website, a.email, a.source,
      ${membershipsColumn} as memberships,
      a.deactivated_on as "deactivatedOn", a.demo, a.revision, a.merged_into as "mergedInto"
    from actor a
    where a.key = any(${keys}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
}

/** SQL: the memberships of `a` (actor), in their order. None in the organisation itself, should the two have been merged. */
export const membershipsColumn = sql`(
        select coalesce(json_agg(
          json_build_object('organisation', o.key, 'from', m.valid_from, 'until', m.valid_until) order by m.position
        ), '[]')
        from actor_membership m
        cross join lateral (select ${canonicalActor('m.organisation_key')} as key) o
        where m.actor_key = a.key and o.key <> a.key
      )`;
