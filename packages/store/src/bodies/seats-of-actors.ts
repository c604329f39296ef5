import { type BodyMember, unitedSeats } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import { memberColumns } from './members-of-bodies.ts';

/** The seats that an actor (its key, also one that was merged) has `on` a day (ISO); null asks for all that it has or had. */
export type SeatsRequest = { readonly actor: string; readonly on: string | null };

/** A seat in a body of a district (its key). */
export type SeatInDistrict = BodyMember & { readonly district: string };

/** The seats of actors in all districts, by district and body, in the order of the requests. One statement. */
export async function seatsOfActors(
  db: Kysely<StoreSchema>,
  requests: readonly SeatsRequest[],
): Promise<readonly (readonly SeatInDistrict[])[]> {
  const { rows } = await sql<SeatInDistrict & { readonly at: number }>`
    select w.at::int, m.district_key as district, ${memberColumns}
    from unnest(
      ${requests.map(({ actor }) => actor)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as w (actor_key, day, at)
    cross join lateral (select ${canonicalActor('w.actor_key')} as key) asked
    join actor known on known.key = asked.key or known.merged_into = asked.key
    join body_member m on m.actor_key = known.key
      and (w.day is null
        or (coalesce(m.valid_from, '-infinity') <= w.day and coalesce(m.valid_until, 'infinity') >= w.day))
    order by w.at, m.district_key collate "C", m.body_key, m.position`.execute(db);
  const placed = rows.map(({ at, ...seat }) => ({ position: at, seat }));
  return groupByPosition(placed, requests.length).map((group) => {
    const seats = group.map(({ seat }) => seat);
    return [...Map.groupBy(seats, ({ district }) => district).values()].flatMap(unitedSeats);
  });
}
