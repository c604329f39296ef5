import { type BodyMember, unitedSeats } from '@kreisweit/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { BodyAddress } from './body-address.ts';

/** SQL: the columns of a BodyMember, from `m` (body_member). */
export const memberColumns: RawBuilder<BodyMember> = sql`m.body_key as body, ${canonicalActor('m.actor_key')} as actor, m.role,
      array(
        select r.municipality_key
        from body_member_municipality r
        where r.district_key = m.district_key and r.body_key = m.body_key and r.position = m.position
        order by r.municipality_key
      ) as represents,
      m.valid_from::text as "from", m.valid_until::text as until`;

/**
 * All members that bodies have or had, in the order in which they were entered, in the order of the bodies. An actor that was merged is the one that is
 * left, with one seat where both of them had the same. One statement.
 */
export async function membersOfBodies(
  db: Kysely<StoreSchema>,
  { bodies }: { readonly bodies: readonly BodyAddress[] },
): Promise<readonly (readonly BodyMember[])[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<BodyMember & { readonly at: number }>`
    select w.at::int, ${memberColumns}
    from unnest(
      ${bodies.map(({ district }) => district)}::text[],
      ${bodies.map(({ key }) => key)}::text[]
    ) with ordinality as w (district_key, body_key, at)
    join body_member m on m.district_key = w.district_key and m.body_key = w.body_key
    order by w.at, m.position`.execute(db);
  const placed = rows.map(({ at, ...member }) => ({ position: at, member }));
  return groupByPosition(placed, bodies.length).map((group) =>
    unitedSeats(group.map(({ member }) => member)),
  );
}
