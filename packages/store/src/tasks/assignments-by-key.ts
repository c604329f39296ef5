import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { assignmentColumns } from './assignment-columns.ts';
import type { StoredAssignment } from './stored-assignment.ts';

/** An assignment of a district, by its key there. */
export type AssignmentKey = { readonly district: string; readonly key: string };

/** Assignments by their keys, in the order of the keys; null where there is none. One statement. */
export async function assignmentsByKey(
  db: Kysely<StoreSchema>,
  { keys }: { readonly keys: readonly AssignmentKey[] },
): Promise<readonly (StoredAssignment | null)[]> {
  const { rows } = await sql<StoredAssignment & { position: number }>`
    select w.position::int, ${assignmentColumns}
    from unnest(
      ${keys.map(({ district }) => district)}::text[],
      ${keys.map(({ key }) => key)}::text[]
    ) with ordinality as w (district, key, position)
    join task_assignment a on a.district_key = w.district and a.key = w.key`.execute(db);
  const byPosition = new Map(rows.map(({ position, ...assignment }) => [position, assignment]));
  return keys.map((_, index) => byPosition.get(index + 1) ?? null);
}
