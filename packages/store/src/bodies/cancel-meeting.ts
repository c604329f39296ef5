import { type Acting, InputProblems, shortDistrictKey } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import type { MeetingAddress } from './body-address.ts';
import { existingMeeting } from './existing-meeting.ts';
import { meetingChange } from './meeting-change.ts';
import type { StoredMeeting } from './meeting-row.ts';
import { putOf, writePutMeetings } from './put-meetings.ts';

/**
 * Cancels a meeting that is planned; it stays in the list. Throws NotAllowed, InputProblems (field `meeting`) for one that was held and where there is none, and
 * RevisionConflict.
 */
export async function cancelMeeting(
  store: Store,
  acting: Acting,
  address: MeetingAddress,
  expectedRevision: number,
): Promise<StoredMeeting> {
  const district = shortDistrictKey(address.district);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
    const before = await existingMeeting(trx, address);
    if (before.state === 'HELD') throw wasHeld(before);
    const cancelled = { ...before, state: 'CANCELLED' as const };
    const put = putOf(cancelled, before, { expectedRevision, survivorOf: new Map() });
    await writePutMeetings(rows, trx, [put]);
    return { role, change: meetingChange('meeting.cancelled', put), result: put.after };
  });
}

function wasHeld({ day }: StoredMeeting): InputProblems {
  const message = `it was held on ${day}: only what is planned is cancelled`;
  return new InputProblems('the meeting is not cancelled', [{ field: 'meeting', rule: 'CONFLICT', message }]);
}
