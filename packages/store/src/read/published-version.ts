import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/** The data version that readers see: 0 and null before anything was published. `publishedAt` is ISO, UTC. */
export type PublishedVersion = { readonly number: number; readonly publishedAt: string | null };

/** Reads the published pointer. A request reads it once and passes the number on as `asOf`. */
export async function publishedVersion(db: Kysely<StoreSchema>): Promise<PublishedVersion> {
  const { rows } = await sql<PublishedVersion>`
    select p.version as number,
      to_char(d.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"
    from published_pointer p
    left join data_version d on d.version = p.version`.execute(db);
  return rows[0] ?? { number: 0, publishedAt: null };
}
