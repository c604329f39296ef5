import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** The keys of all tasks that districts added to the catalogue, each once. One statement. */
export async function ownTaskKeys(db: Kysely<StoreSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`select distinct key from district_task order by key`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}
