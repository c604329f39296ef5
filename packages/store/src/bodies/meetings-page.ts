import type { MeetingState } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import { type KeyedPage, keyedPage } from '../read/keyed-page.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { BodyAddress } from './body-address.ts';
import { type MeetingRow, meetingColumns } from './meeting-row.ts';

/** Which meetings: from a day on and until a day (ISO, both included), in one of these states; null leaves it open. */
export type MeetingsFilter = {
  readonly from: string | null;
  readonly until: string | null;
  readonly states: readonly MeetingState[] | null;
};

/** A page of the meetings of each of the bodies. */
export type MeetingsQuery = MeetingsFilter & {
  readonly bodies: readonly BodyAddress[];
  readonly first: number;
  readonly after: string | null;
};

/** A meeting in a page: `key` is its place in the list (`2026-05-12/spring`). */
export type MeetingInPage = { readonly key: string; readonly meeting: MeetingRow };

type FoundMeeting = MeetingRow & {
  readonly position: number;
  readonly place: string;
  readonly total: number;
};

/** The meetings of bodies, by day and key, in the order of the bodies: all of the pages in one statement. */
export async function meetingsPage(
  db: Kysely<StoreSchema>,
  { bodies, from, until, states, first, after }: MeetingsQuery,
): Promise<readonly KeyedPage<MeetingInPage>[]> {
  const matching = sql`body_meeting m
      where m.district_key = w.district_key and m.body_key = w.body_key
        and (${from}::date is null or m.day >= ${from}::date) and (${until}::date is null or m.day <= ${until}::date)
        and (${states}::text[] is null or m.state = any(${states}::text[]))`;
  const place = sql`(m.day::text || '/' || m.key) collate "C"`;
  const { rows } = await sql<FoundMeeting>`
    select w.position::int, counted.total, page.*
    from unnest(
      ${bodies.map(({ district }) => district)}::text[],
      ${bodies.map(({ key }) => key)}::text[]
    ) with ordinality as w (district_key, body_key, position)
    cross join lateral (select count(*)::int as total from ${matching}) counted
    left join lateral (
      select ${place} as place, ${meetingColumns}
      from ${matching} and (${after}::text is null or ${place} > ${after})
      order by m.day, m.key
      limit ${first + 1}
    ) page on true
    order by w.position, page.place`.execute(db);
  return groupByPosition(rows, bodies.length).map((group) => {
    const { rows: found, ...page } = keyedPage(group, first);
    return {
      ...page,
      rows: found.map(({ position, total, place, ...meeting }) => ({ key: place, meeting })),
    };
  });
}
