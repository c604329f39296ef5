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
 * next one of their plan, unless one that is planned by then is still to come. Meetings of bodies that are not listed, and of days on which their body does not exist, are
 * left out.
 */
export function dueMeetings(
  bodies: readonly MeetingBody[],
  meetings: readonly DueMeeting[],
  on: string,
): readonly DueRow[] {
  return bodies.flatMap((body) => {
    const planned = meetings.filter(
      ({ body: key, state, day }) => key === body.key && state === 'PLANNED' && isValidOn(body, day),
    );
    const rows = planned.map(({ key, day }) =>
      rowOf(body, day, {
        asked: day < on ? 'RECORD' : 'HOLD',
        key: `${body.key}/${key}`,
        subject: { kind: 'meeting', key: `${body.district}/${body.key}/${key}` },
      }),
    );
    const due = nextDue(body, meetings, on);
    if (due === null || planned.some(({ day }) => day >= on && day <= due)) return rows;
    const next = rowOf(body, due, {
      asked: 'SCHEDULE',
      key: `${body.key}/due-${due}`,
      subject: { kind: 'body', key: `${body.district}/${body.key}` },
    });
    return [...rows, next];
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

const TITLES = Object.freeze({
  HOLD: { de: 'Sitzung', en: 'Meeting' },
  RECORD: { de: 'Eintragen, ob die Sitzung stattgefunden hat', en: 'Record whether the meeting took place' },
  SCHEDULE: { de: 'Sitzung fällig', en: 'Meeting due' },
} satisfies Record<string, LocalisedText>);

function rowOf(
  { title, district }: MeetingBody,
  day: string,
  what: Pick<DueRow, 'key' | 'subject'> & { readonly asked: keyof typeof TITLES },
): DueRow {
  const { de, en } = TITLES[what.asked];
  return {
    ...what,
    district,
    title: { de: `${de}: ${title.de}`, en: `${en}: ${title.en}` },
    day,
    territory: district,
    actor: null,
  };
}
