import type { Actor } from '../actor/actor.ts';
import { isValidOn } from '../task/validity.ts';
import { type AttendedMeeting, heldMeetings } from './body-meeting.ts';
import type { BodyMember } from './body-member.ts';
import { type Presence, presenceOf, presenceOverall } from './presence.ts';

/** What has to be known besides members and meetings. `municipalities` are the keys of all that the district has on the day; null = not known. */
export type PresenceContext = {
  readonly actors: readonly Pick<Actor, 'key' | 'kind' | 'migrantLed'>[];
  readonly municipalities: readonly string[] | null;
};

/**
 * Who was represented in a meeting.
 *
 * - `municipalities`: of all municipalities of the district
 * - `memberMunicipalities`: of those that have a seat in the body on that day
 * - `migrantOrganisations`: of those that have a seat: actors of this kind, and whatever else migrants lead
 */
export type MeetingPresence = {
  readonly municipalities: Presence;
  readonly memberMunicipalities: Presence;
  readonly migrantOrganisations: Presence;
};

/** The presence in one meeting. A guest who represents a municipality makes it present, but not expected. */
export function meetingPresence(
  { body, day, participants }: Pick<AttendedMeeting, 'body' | 'day' | 'participants'>,
  members: readonly BodyMember[],
  { actors, municipalities }: PresenceContext,
): MeetingPresence {
  const seats = members.filter((member) => member.body === body && isValidOn(member, day));
  const regular = seats.filter(({ role }) => role !== 'GUEST');
  const there = participants && new Set(participants);
  const represented =
    there && new Set(seats.filter(({ actor }) => there.has(actor)).flatMap(({ represents }) => represents));
  const migrants = new Set(
    actors
      .filter(({ kind, migrantLed }) => kind === 'migrantOrganisation' || migrantLed)
      .map(({ key }) => key),
  );
  return {
    municipalities: presenceOf(municipalities && new Set(municipalities), represented),
    memberMunicipalities: presenceOf(new Set(regular.flatMap(({ represents }) => represents)), represented),
    migrantOrganisations: presenceOf(
      new Set(regular.map(({ actor }) => actor).filter((actor) => migrants.has(actor))),
      there,
    ),
  };
}

/** The presence in each of the meetings, and in all of them together (the share of the sums). */
export type PresenceOverTime = {
  readonly meetings: readonly (MeetingPresence & { readonly meeting: string; readonly day: string })[];
  readonly overall: MeetingPresence;
};

/**
 * The presence in the meetings of a body that were held from a day until a day (both included), in order of time. `contextOn` says what was known of the
 * day of each: a reform changes which municipalities there are.
 */
export function presenceOverTime(
  body: string,
  members: readonly BodyMember[],
  meetings: readonly AttendedMeeting[],
  contextOn: (day: string) => PresenceContext,
  { from, until }: { readonly from: string; readonly until: string },
): PresenceOverTime {
  const each = heldMeetings(body, meetings, until)
    .filter(({ day }) => day >= from)
    .map((meeting) => ({
      meeting: meeting.key,
      day: meeting.day,
      ...meetingPresence(meeting, members, contextOn(meeting.day)),
    }));
  return {
    meetings: each,
    overall: {
      municipalities: presenceOverall(each.map(({ municipalities }) => municipalities)),
      memberMunicipalities: presenceOverall(each.map(({ memberMunicipalities }) => memberMunicipalities)),
      migrantOrganisations: presenceOverall(each.map(({ migrantOrganisations }) => migrantOrganisations)),
    },
  };
}
