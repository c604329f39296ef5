import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** The districts (keys) of which any record of cooperation is stored, in order; entries of actors are none. */
export async function districtsWithCooperation(db: Kysely<StoreSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ district: string }>`
    select district_key as district from district_task
    union select district_key from task_override
    union select district_key from task_assignment
    union select district_key from cooperation_body
    union select district_key from joint_decision
    union select district_key from concept_version
    union select district_key from training
    union select district_key from delivery_deadline
    order by district`.execute(db);
  return rows.map(({ district }) => district);
}
