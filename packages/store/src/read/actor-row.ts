import type { Actor } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';

/** An actor with the internal ids of the territories it works in. */
export type ActorRow = Omit<Actor, 'territories'> & { readonly territoryIds: readonly number[] };

/** SQL: the columns of an ActorRow, from `a` (actor). */
export const actorColumns: RawBuilder<ActorRow> = sql`a.key, a.kind, a.name,
      json_build_object('de', a.description_de, 'en', a.description_en) as description,
      a.topics, a.languages, a.migrant_led as "migrantLed", a.demo,
      array(
        select territory_id from actor_territory where actor_key = a.key order by territory_id
      ) as "territoryIds"`;
