import type { DueMeeting, MeetingBody } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { bodyColumns } from '../bodies/body-row.ts';
import type { StoreSchema } from '../store-schema.ts';

/** A body with those of its meetings that say when it meets next. */
export type BodyToMeet = { readonly body: MeetingBody; readonly meetings: readonly DueMeeting[] };

/**
 * The bodies of districts (keys), by district and key, each with its planned meetings and the latest one that was held up to the day `on` (ISO): what
 * `dueMeetings` needs. One statement.
 */
export async function meetingsToCome(
  db: Kysely<StoreSchema>,
  { districts, on }: { readonly districts: readonly string[]; readonly on: string },
): Promise<readonly BodyToMeet[]> {
  const { rows } = await sql<BodyToMeet>`
    select row_to_json(r) as body,
      (
        select coalesce(json_agg(json_build_object('key', m.key, 'body', m.body_key, 'day', m.day, 'state', m.state)), '[]')
        from (
          select p.* from body_meeting p
          where p.district_key = b.district_key and p.body_key = b.key and p.state = 'PLANNED'
          union all
          (
            select h.* from body_meeting h
            where h.district_key = b.district_key and h.body_key = b.key and h.state = 'HELD' and h.day <= ${on}::date
            order by h.day desc
            limit 1
          )
        ) m
      ) as meetings
    from cooperation_body b
    cross join lateral (select ${bodyColumns}) r
    where b.district_key = any(${districts}::text[])
    order by b.district_key, b.key`.execute(db);
  return rows;
}
