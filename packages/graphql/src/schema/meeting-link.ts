import type { MeetingLink as MeetingLinkRow } from '@kreisweit/domain';
import { builder } from '../builder.ts';

/** A place to read on. */
export const MeetingLink = builder.objectRef<MeetingLinkRow>('MeetingLink').implement({
  description: 'A place to read on about a meeting.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What is found there.' }),
    url: t.exposeString('url', { description: 'Where it is found.' }),
  }),
});
