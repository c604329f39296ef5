import type { LocalisedText } from '../localised-text.ts';

/** Whether a meeting has taken place, with names for people. */
export const meetingStateTitles = Object.freeze({
  PLANNED: { de: 'Geplant', en: 'Planned' },
  HELD: { de: 'Hat stattgefunden', en: 'Held' },
  CANCELLED: { de: 'Abgesagt', en: 'Cancelled' },
} satisfies Record<string, LocalisedText>);

export type MeetingState = keyof typeof meetingStateTitles;

/** A place to read on. `url` is absolute, http or https. */
export type MeetingLink = { readonly title: string; readonly url: string };

/** What a meeting resolved; `decision` is the key of the joint decision that it made or prepared, null where there is none. */
export type MeetingResolution = { readonly text: string; readonly decision: string | null };

/**
 * A meeting of a body on a day (ISO). `key` is unique in its body. `participants` are the keys of the actors that took part, organisations
 * and never persons; null where it was not recorded, which is not the same as nobody. `reported` are those that said themselves that they took part
 * while it was not recorded: of the others nothing is known.
 */
export type BodyMeeting = {
  readonly key: string;
  readonly body: string;
  readonly day: string;
  readonly state: MeetingState;
  readonly agenda: readonly string[];
  readonly participants: readonly string[] | null;
  readonly reported?: readonly string[];
  readonly resolutions: readonly MeetingResolution[];
  readonly links: readonly MeetingLink[];
};

/** What tells when a meeting was. */
export type MeetingDay = Pick<BodyMeeting, 'body' | 'key' | 'day' | 'state'>;

/** What tells when a meeting was and who took part. */
export type AttendedMeeting = MeetingDay & Pick<BodyMeeting, 'participants' | 'reported'>;

/** The meetings of a body that were held up to a day, this included, in order of time. */
export function heldMeetings<Meeting extends MeetingDay>(
  body: string,
  meetings: readonly Meeting[],
  on: string,
): readonly Meeting[] {
  return meetings
    .filter((meeting) => meeting.body === body && meeting.state === 'HELD' && meeting.day <= on)
    .toSorted((one, other) => (`${one.day} ${one.key}` < `${other.day} ${other.key}` ? -1 : 1));
}
