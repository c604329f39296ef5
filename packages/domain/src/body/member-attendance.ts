import { addMonths } from '../due/day.ts';
import type { LocalisedText } from '../localised-text.ts';
import { isValidOn } from '../task/validity.ts';
import { type AttendedMeeting, heldMeetings } from './body-meeting.ts';
import type { BodyMember } from './body-member.ts';

/**
 * Whether a member has taken part in a time, with names for people.
 *
 * - `TOOK_PART`: in at least one meeting, as was recorded or as it said itself
 * - `ABSENT`: in none, and of every meeting it is known who took part
 * - `UNKNOWN`: in none that is known, and of some meeting it is not known who took part
 * - `NO_MEETING`: there was none while it was a member: nobody's fault but the body's
 */
export const attendanceTitles = Object.freeze({
  TOOK_PART: { de: 'Hat teilgenommen', en: 'Took part' },
  ABSENT: { de: 'Hat nicht teilgenommen', en: 'Absent' },
  UNKNOWN: { de: 'Nicht bekannt', en: 'Not known' },
  NO_MEETING: { de: 'Keine Sitzung', en: 'No meeting' },
} satisfies Record<string, LocalisedText>);

export type Attendance = keyof typeof attendanceTitles;

/**
 * How a member took part. `meetings` are those held while it was a member, `recorded` those of them of which it is known whether it took
 * part, `attended` those in which it did. `lastAttended` looks back over all meetings; null = in none that is known.
 */
export type MemberAttendance = {
  readonly actor: string;
  readonly attendance: Attendance;
  readonly meetings: number;
  readonly recorded: number;
  readonly attended: number;
  readonly lastAttended: string | null;
};

/**
 * How the members that a body has on a day took part in the `months` before it (that day included), by actor. Guests are not expected and left
 * out. Meetings before somebody became a member do not count; an actor that sits there in several roles is one.
 */
export function memberAttendance(
  body: string,
  members: readonly BodyMember[],
  meetings: readonly AttendedMeeting[],
  months: number,
  on: string,
): readonly MemberAttendance[] {
  const after = addMonths(on, -months);
  const held = heldMeetings(body, meetings, on);
  const ofBody = members.filter((member) => member.body === body && member.role !== 'GUEST');
  const actors = new Set(ofBody.filter((member) => isValidOn(member, on)).map(({ actor }) => actor));
  return [...actors].toSorted().map((actor) => {
    const times = ofBody.filter((member) => member.actor === actor);
    const expected = held.filter(({ day }) => day > after && times.some((time) => isValidOn(time, day)));
    const attended = expected.filter((meeting) => tookPart(meeting, actor));
    const recorded = expected.filter((meeting) => meeting.participants !== null || tookPart(meeting, actor));
    return {
      actor,
      attendance: attendanceOf(expected.length, recorded.length, attended.length),
      meetings: expected.length,
      recorded: recorded.length,
      attended: attended.length,
      lastAttended: held.findLast((meeting) => tookPart(meeting, actor))?.day ?? null,
    };
  });
}

function tookPart({ participants, reported = [] }: AttendedMeeting, actor: string): boolean {
  return (participants ?? reported).includes(actor);
}

function attendanceOf(meetings: number, recorded: number, attended: number): Attendance {
  if (attended > 0) return 'TOOK_PART';
  if (meetings === 0) return 'NO_MEETING';
  return recorded < meetings ? 'UNKNOWN' : 'ABSENT';
}
