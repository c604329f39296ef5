import { type BodyMeeting, type BodyMember, isValidOn } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';

/**
 * A meeting as it is typed in: when, in months and days from today, and what was talked about. `absent` are the members that did not
 * come; 'NOT_RECORDED' where nobody wrote down who did. `resolved` are resolutions, with the key of the joint decision that one prepared.
 */
export type MeetingRow = {
  readonly at: number;
  readonly days?: number;
  readonly agenda: readonly string[];
  readonly absent?: readonly string[] | 'NOT_RECORDED';
  readonly resolved?: readonly (string | readonly [text: string, decision: string])[];
  readonly minutes?: true;
  readonly cancelled?: true;
};

/** The meetings of a body, numbered in the order of the rows. Those after today are planned, the others held, unless one was cancelled. */
export function demoMeetings(
  days: DemoDays,
  district: string,
  body: string,
  members: readonly BodyMember[],
  rows: readonly MeetingRow[],
): readonly BodyMeeting[] {
  return rows.map(({ at, days: more = 0, agenda, absent = [], resolved = [], minutes, cancelled }, index) => {
    const key = `${body}-${index + 1}`;
    const day = days.at(at, more);
    const state = cancelled ? 'CANCELLED' : day > days.today ? 'PLANNED' : 'HELD';
    const seats = members.filter((member) => member.body === body && isValidOn(member, day));
    const there = new Set(seats.map(({ actor }) => actor));
    const isRecorded = state === 'HELD' && absent !== 'NOT_RECORDED';
    return {
      key,
      body,
      day,
      state,
      agenda,
      participants: isRecorded ? [...there].filter((actor) => !absent.includes(actor)) : null,
      resolutions: resolved.map((each) => {
        const [text, decision] = typeof each === 'string' ? [each, null] : each;
        return { text: `Beispielbeschluss: ${text}`, decision };
      }),
      links: minutes
        ? [{ title: 'Niederschrift (Beispiel)', url: `https://example.org/${district}/${key}` }]
        : [],
    };
  });
}
