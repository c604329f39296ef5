import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';

/**
 * The data versions that were published at moments (ISO, UTC; a whole second includes what was published within it, as
 * `publishedAt` is told in whole seconds) or at the end of days in German time (ISO), in their order: one statement. 0 before
 * the first; null for a moment or a day that is still to come.
 */
export async function versionsAt(
  db: Kysely<StoreSchema>,
  moments: readonly string[],
): Promise<readonly (number | null)[]> {
  const { rows } = await sql<{ position: number; version: number | null }>`
    with wanted as materialized (
      select position::int,
        case
          when length(text) = 10 then (text::date + 1)::timestamp at time zone 'Europe/Berlin'
          when text like '%.000Z' then text::timestamptz + interval '1 second'
          else text::timestamptz + interval '1 microsecond'
        end as until,
        case
          when length(text) = 10 then text::date > (now() at time zone 'Europe/Berlin')::date
          else text::timestamptz > now() + interval '1 minute'
        end as to_come
      from unnest(${moments}::text[]) with ordinality as w (text, position)
    )
    select w.position, case when not w.to_come then coalesce(max(d.version), 0) end as version
    from wanted w
    left join data_version d on d.state = 'published' and d.published_at < w.until
      and d.version <= (select version from published_pointer)
    group by w.position, w.to_come
    order by w.position`.execute(db);
  return rows.map(({ version }) => version);
}
