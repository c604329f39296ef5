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
 * A meeting of a body on a day (ISO). `participants` are the keys of the actors that took part, organisations and never
 * persons; null where it was not recorded, which is not the same as nobody.
 */
export type BodyMeeting = {
  readonly key: string;
  readonly body: string;
  readonly day: string;
  readonly state: MeetingState;
  readonly agenda: readonly string[];
  readonly participants: readonly string[] | null;
  readonly resolutions: readonly MeetingResolution[];
  readonly links: readonly MeetingLink[];
};

/** The meetings of a body that were held up to a day, this included, in order of time. */
export function heldMeetings(
  body: string,
  meetings: readonly BodyMeeting[],
  on: string,
): readonly BodyMeeting[] {
  return meetings
    .filter((meeting) => meeting.body === body && meeting.state === 'HELD' && meeting.day <= on)
    .toSorted((one, other) => (`${one.day} ${one.key}` < `${other.day} ${other.key}` ? -1 : 1));
}
