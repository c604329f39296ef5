import type { AttendedMeeting } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { groupByPosition } from '../read/group-by-position.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { BodyAddress } from './body-address.ts';
import { participantsOf, thereColumn } from './participants-of-meetings.ts';

/** The meetings of a body that were held from a day on (null = ever) until a day, both included (ISO). */
export type HeldRequest = BodyAddress & { readonly from: string | null; readonly until: string };

type FoundMeeting = AttendedMeeting & {
  readonly position: number;
  readonly recorded: boolean;
  readonly there: readonly string[];
};

/** Meetings that were held, with who took part, by day and key, in the order of the requests. One statement. */
export async function heldMeetingsOf(
  db: Kysely<StoreSchema>,
  requests: readonly HeldRequest[],
): Promise<readonly (readonly AttendedMeeting[])[]> {
  const { rows } = await sql<FoundMeeting>`
    select w.position::int, m.body_key as body, m.key, m.day::text as day, m.state, m.participants_recorded as recorded,
      ${thereColumn} as there
    from unnest(
      ${requests.map(({ district }) => district)}::text[],
      ${requests.map(({ key }) => key)}::text[],
      ${requests.map(({ from }) => from)}::date[],
      ${requests.map(({ until }) => until)}::date[]
    ) with ordinality as w (district_key, body_key, from_day, until_day, position)
    join body_meeting m on m.district_key = w.district_key and m.body_key = w.body_key and m.state = 'HELD'
      and (w.from_day is null or m.day >= w.from_day) and m.day <= w.until_day
    order by w.position, m.day, m.key`.execute(db);
  return groupByPosition(rows, requests.length).map((group) =>
    group.map(({ body, key, day, state, recorded, there }) => ({
      body,
      key,
      day,
      state,
      ...participantsOf(recorded, there),
    })),
  );
}
