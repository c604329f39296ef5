import type { Actor } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';
import { membershipsColumn } from '../actors/stored-actors.ts';

/**
 * An actor with the internal ids of the territories it works in, its revision, and the keys of those that were merged into it, in
 * order. Its memberships name the organisations that are left.
 */
export type ActorRow = Omit<Actor, 'territories'> & {
  readonly territoryIds: readonly number[];
  readonly revision: number;
  readonly mergedKeys: readonly string[];
};

/** SQL: the columns of an ActorRow, from `a` (actor). */
export const actorColumns: RawBuilder<ActorRow> = sql`a.key, a.kind, a.name,
      json_build_object('de', a.description_de, 'en', a.description_en) as description,
      a.district_key as district, a.topics, a.languages, a.migrant_led as "migrantLed", a.website, a.email, a.source,
      a.deactivated_on as "deactivatedOn", a.demo, a.revision,
      ${membershipsColumn} as memberships,
      array(
        select territory_id from actor_territory where actor_key = a.key order by territory_id
      ) as "territoryIds",
      array(select gone.key from actor gone where gone.merged_into = a.key order by gone.key) as "mergedKeys"`;
