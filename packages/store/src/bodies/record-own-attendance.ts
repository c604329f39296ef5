import {
  type Acting,
  type BodyMember,
  type CooperationProblem,
  InputProblems,
  isValidOn,
  RevisionConflict,
  type Role,
  shortDistrictKey,
} from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { bodyOfMeeting, type MeetingAddress, meetingAddressText } from './body-address.ts';
import { existingMeeting } from './existing-meeting.ts';
import { knownActors } from './known-actors.ts';
import { meetingChange } from './meeting-change.ts';
import type { StoredMeeting } from './meeting-row.ts';
import { membersOfBodies } from './members-of-bodies.ts';

/**
 * Records that an actor (its key) took part in a meeting that was held of a body that it was a member of on that day: who represents it does, or the coordination
 * of the district. Of the others it says nothing, and as it takes nothing away it expects no revision: two may do it at once. Throws NotAllowed, and
 * InputProblems (fields `meeting`, `actor`).
 */
export async function recordOwnAttendance(
  store: Store,
  acting: Acting,
  given: MeetingAddress,
  actor: string,
): Promise<StoredMeeting> {
  const address = { ...given, district: shortDistrictKey(given.district) };
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireRecorder(rows, acting, { actor, district: address.district });
    const before = await existingMeeting(trx, address);
    const own = (await knownActors(rows, [actor])).get(actor) ?? actor;
    const [members = []] = await membersOfBodies(trx, { bodies: [bodyOfMeeting(address)] });
    const problems = ownProblems(before, own, members);
    if (problems.length > 0) throw new InputProblems('the attendance is not recorded', problems);
    if ((before.participants ?? before.reported).includes(own)) {
      return { role, change: null, result: before };
    }
    const moved = await rows(MOVE, [address.district, address.body, address.key]);
    // From here on nobody else changes the meeting.
    const after = await existingMeeting(trx, address);
    if (moved.length === 0) throw noLongerHeld(before, after);
    await rows(ADD, [address.district, address.body, address.key, own]);
    const result = withParticipant(after, own);
    const put = { before: { ...after, revision: after.revision - 1 }, after: result };
    return { role, change: meetingChange('meeting.ownAttendanceRecorded', put), result };
  });
}

/** A coordination speaks for the actors in its own district only, also where one of them sits in a body of another. */
async function requireRecorder(
  rows: Rows,
  acting: Acting,
  { actor, district }: { readonly actor: string; readonly district: string },
): Promise<Role> {
  const role = await requireAllowed(rows, acting, 'RECORD_ATTENDANCE', [{ kind: 'actor', key: actor }]);
  if (role === 'ACTOR_REPRESENTATIVE') return role;
  return requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
}

function ownProblems(
  { state, day, body }: StoredMeeting,
  actor: string,
  members: readonly BodyMember[],
): readonly CooperationProblem[] {
  const problems: CooperationProblem[] = [];
  if (state !== 'HELD') {
    const message = 'it is not recorded as held: ask the coordination of the district to say that it was';
    problems.push({ field: 'meeting', rule: 'CONFLICT', message });
  }
  if (!members.some((member) => member.actor === actor && isValidOn(member, day))) {
    const message = `'${actor}' was no member of '${body}' on ${day}: ask the coordination of the district to add it`;
    problems.push({ field: 'actor', rule: 'CONFLICT', message });
  }
  return problems;
}

function withParticipant(meeting: StoredMeeting, actor: string): StoredMeeting {
  const there = (known: readonly string[]) => [...new Set([...known, actor])].toSorted();
  const { participants, reported } = meeting;
  return participants === null
    ? { ...meeting, reported: there(reported) }
    : { ...meeting, participants: there(participants) };
}

function noLongerHeld(before: StoredMeeting, { revision }: StoredMeeting): RevisionConflict {
  const subject = { kind: 'meeting', key: meetingAddressText(before) };
  return new RevisionConflict(subject, { expectedRevision: before.revision, revision });
}

const MOVE = `
update body_meeting set revision = revision + 1
where district_key = $1 and body_key = $2 and key = $3 and state = 'HELD'
returning revision`;

const ADD = `
insert into meeting_participant (district_key, body_key, meeting_key, actor_key) values ($1, $2, $3, $4)
on conflict do nothing`;
