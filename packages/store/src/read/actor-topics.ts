import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** The topics that actors work on, each once, in order; also those of actors that were deactivated or merged. One statement. */
export async function actorTopics(db: Kysely<StoreSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ topic: string }>`
    select distinct topic from actor cross join lateral unnest(topics) as topic order by topic`.execute(db);
  return rows.map(({ topic }) => topic);
}
