import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import { assignmentColumns } from './assignment-columns.ts';
import { holdsOn } from './holds-on.ts';
import type { StoredAssignment } from './stored-assignment.ts';

/** The assignments of an actor (its key, also one that was merged) that hold `on` a day (ISO; see `holdsOn`); null asks for all. */
export type ActorAssignmentsRequest = { readonly actor: string; readonly on: string | null };

/** Assignments of actors in all districts, by district and key, in the order of the requests. One statement. */
export async function assignmentsOfActors(
  db: Kysely<StoreSchema>,
  { requests }: { readonly requests: readonly ActorAssignmentsRequest[] },
): Promise<readonly (readonly StoredAssignment[])[]> {
  const { rows } = await sql<StoredAssignment & { position: number }>`
    select w.position::int, ${assignmentColumns}
    from unnest(
      ${requests.map(({ actor }) => actor)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as w (actor, day, position)
    join actor asked on asked.key = w.actor
    join actor known on coalesce(known.merged_into, known.key) = coalesce(asked.merged_into, asked.key)
    join task_assignment a on a.actor_key = known.key
      and ${holdsOn(sql`w.day`)}
    order by w.position, a.district_key collate "C", a.key`.execute(db);
  return groupByPosition(rows, requests.length).map((group) =>
    group.map(({ position, ...assignment }) => assignment),
  );
}
