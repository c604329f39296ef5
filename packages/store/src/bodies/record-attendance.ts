import { type Acting, InputProblems, meetingProblems, shortDistrictKey } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Store } from '../open-store.ts';
import { aboutOne } from './about-one.ts';
import type { MeetingAddress } from './body-address.ts';
import { existingMeeting } from './existing-meeting.ts';
import { knownActors } from './known-actors.ts';
import { knownToMeetings } from './known-to-meetings.ts';
import { meetingChange } from './meeting-change.ts';
import type { StoredMeeting } from './meeting-row.ts';
import { putOf, writePutMeetings } from './put-meetings.ts';

/** Who took part in a meeting, all of them (keys of actors); null takes back what was recorded and what actors said themselves. */
export type AttendanceList = {
  readonly participants: readonly string[] | null;
  readonly expectedRevision: number;
};

/**
 * Records who took part in a meeting that was held: the list takes the place of what was known. Throws NotAllowed, InputProblems (fields `meeting`,
 * `participants.2`), and RevisionConflict where somebody else was faster.
 */
export async function recordAttendance(
  store: Store,
  acting: Acting,
  address: MeetingAddress,
  { participants, expectedRevision }: AttendanceList,
  { today = todayInGermany() }: { readonly today?: string } = {},
): Promise<StoredMeeting> {
  const district = shortDistrictKey(address.district);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
    const before = await existingMeeting(trx, address);
    const survivorOf = await knownActors(rows, [...new Set(participants)]);
    const meeting = { ...before, participants, reported: [] };
    const references = {
      ...(await knownToMeetings(rows, district)),
      actors: new Set(survivorOf.keys()),
    };
    const problems = meetingProblems([meeting], references, today);
    if (problems.length > 0) refused(new InputProblems('', problems));
    const put = putOf(meeting, before, { expectedRevision, survivorOf });
    await writePutMeetings(rows, trx, [put]);
    return { role, change: meetingChange('meeting.attendanceRecorded', put), result: put.after };
  });
}

const refused: (error: unknown) => never = aboutOne('the attendance is not recorded', 'meetings', '');
