import { type Actor, addDays, type BodyMember } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** What has to be known of an actor to say how it takes part. */
export type ActorFacts = Pick<Actor, 'key' | 'kind' | 'migrantLed' | 'deactivatedOn'>;

/** What is known of the actors of these keys, by key. One statement. */
export async function actorFacts(
  db: Kysely<StoreSchema>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ActorFacts>> {
  const { rows } = await sql<ActorFacts>`
    select a.key, a.kind, a.migrant_led as "migrantLed", a.deactivated_on::text as "deactivatedOn"
    from actor a
    where a.key = any(${[...new Set(keys)]}::text[])`.execute(db);
  return new Map(rows.map((actor) => [actor.key, actor]));
}

/** Seats as long as there is somebody to take them: an actor that is no more is not expected. */
export function seatsTaken(
  members: readonly BodyMember[],
  facts: ReadonlyMap<string, ActorFacts>,
): readonly BodyMember[] {
  return members.map((member) => {
    const end = facts.get(member.actor)?.deactivatedOn ?? null;
    if (end === null || (member.until !== null && member.until < end)) return member;
    return { ...member, until: addDays(end, -1) };
  });
}
