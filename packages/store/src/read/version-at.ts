import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/**
 * The data version that was published at a moment (ISO, UTC; a whole second includes what was published within it, as
 * `publishedAt` is told in whole seconds) or at the end of a day in German time (ISO). 0 before the first; null for a moment
 * or a day that is still to come.
 */
export async function versionAt(db: Kysely<StoreSchema>, moment: string): Promise<number | null> {
  const isDay = moment.length === 'yyyy-mm-dd'.length;
  const { rows } = await sql<{ version: number; to_come: boolean }>`
    select coalesce(max(d.version), 0) as version,
      ${isDay ? sql`${moment}::date > (now() at time zone 'Europe/Berlin')::date` : sql`${moment}::timestamptz > now() + interval '1 minute'`} as to_come
    from data_version d
    where d.state = 'published' and d.version <= (select version from published_pointer) and ${
      isDay
        ? sql`(d.published_at at time zone 'Europe/Berlin')::date <= ${moment}::date`
        : sql`date_trunc('second', d.published_at) <= ${moment}::timestamptz`
    }`.execute(db);
  const [row] = rows;
  return row === undefined || row.to_come ? null : row.version;
}
