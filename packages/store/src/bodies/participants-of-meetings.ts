import { type Kysely, type RawBuilder, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type MeetingAddress, meetingAddressText } from './body-address.ts';
import type { Participants } from './meeting-row.ts';

/** SQL: who took part in `m` (body_meeting), by key; an actor that was merged is the one that is left, once. */
export const thereColumn: RawBuilder<readonly string[]> = sql`array(
        select distinct ${canonicalActor('p.actor_key')} collate "C" as actor
        from meeting_participant p
        where p.district_key = m.district_key and p.body_key = m.body_key and p.meeting_key = m.key
        order by actor
      )`;

/** Who took part, by whether that was recorded. */
export function participantsOf(recorded: boolean, there: readonly string[]): Participants {
  return recorded ? { participants: there, reported: [] } : { participants: null, reported: there };
}

/** Who took part in meetings, in the order of their addresses; nobody known where there is no such meeting. One statement. */
export async function participantsOfMeetings(
  db: Kysely<StoreSchema>,
  addresses: readonly MeetingAddress[],
): Promise<readonly Participants[]> {
  const { rows } = await sql<MeetingAddress & { recorded: boolean; there: readonly string[] }>`
    select m.district_key as district, m.body_key as body, m.key, m.participants_recorded as recorded, ${thereColumn} as there
    from unnest(
      ${addresses.map(({ district }) => district)}::text[],
      ${addresses.map(({ body }) => body)}::text[],
      ${addresses.map(({ key }) => key)}::text[]
    ) as w (district_key, body_key, key)
    join body_meeting m on m.district_key = w.district_key and m.body_key = w.body_key and m.key = w.key`.execute(
    db,
  );
  const byAddress = new Map(
    rows.map(({ recorded, there, ...address }) => [
      meetingAddressText(address),
      participantsOf(recorded, there),
    ]),
  );
  return addresses.map((address) => byAddress.get(meetingAddressText(address)) ?? NOBODY_KNOWN);
}

const NOBODY_KNOWN: Participants = Object.freeze({ participants: null, reported: Object.freeze([]) });
