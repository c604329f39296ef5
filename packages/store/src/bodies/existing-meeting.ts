import { InputProblems, shortDistrictKey } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type MeetingAddress, meetingAddressText } from './body-address.ts';
import type { StoredMeeting } from './meeting-row.ts';
import { storedMeetings } from './stored-meetings.ts';

/** The meeting of an address as it is now. Throws InputProblems where there is none. */
export async function existingMeeting(
  trx: Kysely<StoreSchema>,
  given: MeetingAddress,
): Promise<StoredMeeting> {
  const address = { ...given, district: shortDistrictKey(given.district) };
  const [meeting = null] = await storedMeetings(trx, [address]);
  if (meeting !== null) return meeting;
  const message = `there is no meeting ${meetingAddressText(address)}: look at the meetings of the body, or plan it`;
  throw new InputProblems('nothing is changed', [{ field: 'meeting', rule: 'UNKNOWN', message }]);
}
