import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import { assignmentColumns } from './assignment-columns.ts';
import { holdsOn } from './holds-on.ts';
import type { StoredAssignment } from './stored-assignment.ts';

/** The assignments of a district (its key) that hold `on` a day (ISO; see `holdsOn`); null asks for all, also those that have ended or are to come. */
export type AssignmentsRequest = { readonly district: string; readonly on: string | null };

/** Assignments of districts, by key, in the order of the requests. One statement. */
export async function taskAssignments(
  db: Kysely<StoreSchema>,
  { requests }: { readonly requests: readonly AssignmentsRequest[] },
): Promise<readonly (readonly StoredAssignment[])[]> {
  const { rows } = await sql<StoredAssignment & { position: number }>`
    select w.position::int, ${assignmentColumns}
    from unnest(
      ${requests.map(({ district }) => district)}::text[],
      ${requests.map(({ on }) => on)}::date[]
    ) with ordinality as w (district, day, position)
    join task_assignment a on a.district_key = w.district
      and ${holdsOn(sql`w.day`)}
    order by w.position, a.key`.execute(db);
  return groupByPosition(rows, requests.length).map((group) =>
    group.map(({ position, ...assignment }) => assignment),
  );
}
