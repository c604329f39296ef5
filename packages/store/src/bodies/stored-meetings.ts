import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { MeetingAddress } from './body-address.ts';
import type { StoredMeeting } from './meeting-row.ts';
import { meetingsByAddress } from './meetings-by-address.ts';
import { participantsOfMeetings } from './participants-of-meetings.ts';

/** Meetings with who took part, by their addresses, in their order; null where there is none. Two statements. */
export async function storedMeetings(
  db: Kysely<StoreSchema>,
  addresses: readonly MeetingAddress[],
): Promise<readonly (StoredMeeting | null)[]> {
  const meetings = await meetingsByAddress(db, addresses);
  const participants = await participantsOfMeetings(db, addresses);
  return meetings.map((meeting, index) => {
    const there = participants[index];
    return meeting === null || there === undefined ? null : { ...meeting, ...there };
  });
}
