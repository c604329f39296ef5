import { type Actor, type ActorReferences, type MembershipOf, parseTerritoryKey } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { canonicalActor } from './canonical-actor.ts';

type Found = Readonly<Record<'territories' | 'districts' | 'actors', readonly string[]>> & {
  readonly survivors: readonly string[];
  readonly memberships: readonly MembershipOf[];
};

/** What actors name, and what of it there is; `survivorOf` says for the key of an organisation which one is left under which key. */
export type NamedByActors = Omit<ActorReferences, 'today'> & {
  readonly survivorOf: ReadonlyMap<string, string>;
};

/**
 * What of the things that actors name there is: territories and districts by their short keys, the organisations to which they belong, and the memberships
 * of those, upwards to the end. One statement.
 */
export async function actorReferences(
  db: Kysely<StoreSchema>,
  actors: readonly Actor[],
): Promise<NamedByActors> {
  const places = actors.flatMap(({ territories, district }) => [...territories, district ?? '']);
  const territories = places.flatMap((text) => parseTerritoryKey(text) ?? []);
  const organisations = actors.flatMap(({ memberships }) =>
    memberships.map(({ organisation }) => organisation),
  );
  const { rows } = await sql<Found>`
    with recursive known as (
      select distinct t.kind, t.key
      from unnest(
        ${territories.map(({ kind }) => kind)}::text[], ${territories.map(({ key }) => key)}::text[]
      ) as w (kind, key)
      join territory t on t.kind = w.kind and t.key = w.key
    ),
    named as (
      select a.key, ${canonicalActor('a.key')} as survivor from actor a where a.key = any(${organisations}::text[])
    ),
    above as (
      select survivor as key from named
      union
      select ${canonicalActor('m.organisation_key')}
      from above
      join actor_membership m on m.actor_key = above.key
    )
    select
      array(select key from known) as territories,
      array(select key from known where kind = 'district') as districts,
      array(select key from named order by key) as actors,
      array(select survivor from named order by key) as survivors,
      (
        select coalesce(json_agg(json_build_object(
          'actor', m.actor_key, 'organisation', ${canonicalActor('m.organisation_key')},
          'from', m.valid_from, 'until', m.valid_until
        )), '[]')
        from actor_membership m
        join above on above.key = m.actor_key
      ) as memberships`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new RangeError('a statement without a table answers one row');
  return {
    territories: new Set(found.territories),
    districts: new Set(found.districts),
    actors: new Set(found.survivors),
    memberships: found.memberships,
    survivorOf: new Map(found.actors.map((key, index) => [key, found.survivors[index] ?? key])),
  };
}
