import { daysBetween } from '../due/day.ts';
import { isValidOn } from '../task/validity.ts';
import { heldMeetings, type MeetingDay } from './body-meeting.ts';
import type { CooperationBody } from './cooperation-body.ts';
import { nextMeetingDue } from './recurrence.ts';

/** A body that should have met by `due` and has not; `lastHeld` is null where no meeting is recorded. */
export type OverdueBody = {
  readonly body: string;
  readonly due: string;
  readonly lastHeld: string | null;
  readonly daysLate: number;
};

/**
 * The bodies of a district whose next meeting was due before a day, the longest overdue first. Only bodies that exist on this day and have a plan; on the
 * day itself it is not overdue yet. A meeting that is planned does not count before it is held.
 */
export function overdueBodies(
  bodies: readonly CooperationBody[],
  meetings: readonly MeetingDay[],
  on: string,
): readonly OverdueBody[] {
  return bodies
    .filter((body) => isValidOn(body, on))
    .flatMap(({ key, recurrence }) => {
      if (recurrence === null) return [];
      const held = heldMeetings(key, meetings, on).map(({ day }) => day);
      const due = nextMeetingDue(recurrence, held);
      return due < on
        ? [{ body: key, due, lastHeld: held.at(-1) ?? null, daysLate: daysBetween(due, on) }]
        : [];
    })
    .toSorted((one, other) => other.daysLate - one.daysLate || (one.body < other.body ? -1 : 1));
}
