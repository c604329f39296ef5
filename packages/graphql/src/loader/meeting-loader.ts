import {
  type MeetingAddress,
  type MeetingRow,
  meetingAddressText,
  meetingsByAddress,
} from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type MeetingLoader = DataLoader<MeetingAddress, MeetingRow | null, string>;

/** Loads meetings by their addresses, without who took part; null where there is none. */
export function meetingLoader({ db }: Reading): MeetingLoader {
  return new DataLoader((addresses) => meetingsByAddress(db, addresses), { cacheKeyFn: meetingAddressText });
}
