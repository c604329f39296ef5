import { type Acting, shortDistrictKey } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Given } from '../due/revised.ts';
import type { Store } from '../open-store.ts';
import { aboutOne } from './about-one.ts';
import { existingMeeting } from './existing-meeting.ts';
import { meetingChange } from './meeting-change.ts';
import type { StoredMeeting } from './meeting-row.ts';
import { type MeetingInput, putMeetings } from './put-meetings.ts';

/** What is written about a meeting, what is left out stays; who took part is recorded in another way. */
export type SavedMeeting = Omit<MeetingInput, 'participants'>;

/**
 * Saves a meeting of a body in a district (its key). Throws NotAllowed, InputProblems (fields `meeting.day`), and RevisionConflict where somebody else was
 * faster.
 */
export async function saveMeeting(
  store: Store,
  acting: Acting,
  written: string,
  { value, expectedRevision }: Given<SavedMeeting>,
  { today }: { readonly today?: string } = {},
): Promise<StoredMeeting> {
  const district = shortDistrictKey(written);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
    const given = [{ value: { ...value, participants: undefined }, expectedRevision }];
    const [put] = await putMeetings(rows, trx, { district, given, today }).catch(
      aboutOne('the meeting is not saved', 'meetings', 'meeting.'),
    );
    if (put === undefined) throw new RangeError('one meeting was put, and none came back');
    const result = await existingMeeting(trx, put.after);
    return { role, change: meetingChange('meeting.saved', put), result };
  });
}
