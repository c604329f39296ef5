import type { BodyMember } from '@kreisweit/domain';
import { type BodyAddress, bodyAddressText, membersOfBodies } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type MembersLoader = DataLoader<BodyAddress, readonly BodyMember[], string>;

/** Loads all members that bodies have or had. */
export function membersLoader({ db }: Reading): MembersLoader {
  return new DataLoader((bodies) => membersOfBodies(db, { bodies }), { cacheKeyFn: bodyAddressText });
}
