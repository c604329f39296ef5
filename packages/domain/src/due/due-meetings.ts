import type { BodyMeeting } from '../body/body-meeting.ts';
import type { CooperationBody } from '../body/cooperation-body.ts';
import { nextMeetingDue } from '../body/recurrence.ts';
import type { LocalisedText } from '../localised-text.ts';
import { isValidOn } from '../task/validity.ts';
import type { DueRow } from './due-entry.ts';

/** What of a body says when it meets. */
export type MeetingBody = Pick<
  CooperationBody,
  'key' | 'district' | 'title' | 'recurrence' | 'from' | 'until'
>;

/** What of a meeting says whether it is to come. Of those that were held the latest is enough. */
export type DueMeeting = Pick<BodyMeeting, 'key' | 'body' | 'day' | 'state'>;

/**
 * The meetings that bodies have before them on a day: those that are planned (one whose day has passed waits to be recorded), and the
 * next one of their plan, unless one that is planned by then is still to come. Meetings of bodies that are not listed are left out.
 */
export function dueMeetings(
  bodies: readonly MeetingBody[],
  meetings: readonly DueMeeting[],
  on: string,
): readonly DueRow[] {
  return bodies.flatMap((body) => {
    const planned = meetings.filter((meeting) => meeting.body === body.key && meeting.state === 'PLANNED');
    const rows = planned.map(({ key, day }) => rowOf(body, `${body.key}/${key}`, day, MEETING));
    const due = nextDue(body, meetings, on);
    if (due === null || planned.some(({ day }) => day >= on && day <= due)) return rows;
    return [...rows, rowOf(body, `${body.key}/due-${due}`, due, MEETING_DUE)];
  });
}

function nextDue(body: MeetingBody, meetings: readonly DueMeeting[], on: string): string | null {
  if (body.recurrence === null || (body.until !== null && body.until < on)) return null;
  const held = meetings.filter(
    (meeting) => meeting.body === body.key && meeting.state === 'HELD' && meeting.day <= on,
  );
  const due = nextMeetingDue(
    body.recurrence,
    held.map(({ day }) => day),
  );
  return isValidOn(body, due) ? due : null;
}

const MEETING: LocalisedText = Object.freeze({ de: 'Sitzung', en: 'Meeting' });
const MEETING_DUE: LocalisedText = Object.freeze({ de: 'Sitzung fällig', en: 'Meeting due' });

function rowOf(
  { title, district }: MeetingBody,
  key: string,
  day: string,
  { de, en }: LocalisedText,
): DueRow {
  return {
    key,
    title: { de: `${de}: ${title.de}`, en: `${en}: ${title.en}` },
    day,
    territory: district,
    actor: null,
  };
}
