import {
  type MeetingAddress,
  meetingAddressText,
  type Participants,
  participantsOfMeetings,
} from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type ParticipantsLoader = DataLoader<MeetingAddress, Participants, string>;

/** Loads who took part in meetings: only for fields that ask whether they may. */
export function participantsLoader({ db }: Reading): ParticipantsLoader {
  return new DataLoader((addresses) => participantsOfMeetings(db, addresses), {
    cacheKeyFn: meetingAddressText,
  });
}
