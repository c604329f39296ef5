import { type BodyAddress, type MeetingInPage, type MeetingsQuery, meetingsPage } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';
import { type PageLoader, pagePerOwner } from './page-per-owner.ts';

export type MeetingPageLoader = PageLoader<BodyAddress, Omit<MeetingsQuery, 'bodies'>, MeetingInPage>;

/** Loads pages of the meetings of bodies, without who took part. */
export function meetingPageLoader({ db }: Reading): MeetingPageLoader {
  return pagePerOwner((bodies, question) => meetingsPage(db, { ...question, bodies }));
}
