import type { MeetingPresence, PresenceOverTime } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { Represented } from './represented.ts';

type PresenceInMeeting = { readonly day: string; readonly meeting: string } & MeetingPresence;

const PresenceAtMeeting = builder.objectRef<PresenceInMeeting>('PresenceAtMeeting').implement({
  description: 'Who was represented in a meeting.',
  fields: (t) => ({
    meeting: t.exposeString('meeting', { description: 'The key of the meeting.' }),
    day: t.expose('day', { type: 'Date', description: 'Its day.' }),
    represented: t.field({
      type: Represented,
      description: 'Who was represented.',
      resolve: (presence) => presence,
    }),
  }),
});

/** Who was represented in the meetings of a body over a time. */
export const BodyPresence = builder.objectRef<PresenceOverTime>('BodyPresence').implement({
  description: 'Who was represented in the meetings of a body that were held in a time.',
  fields: (t) => ({
    meetings: t.expose('meetings', {
      ...listOf(10),
      type: [PresenceAtMeeting],
      description: 'In each of them, in order of time.',
    }),
    overall: t.expose('overall', {
      type: Represented,
      description:
        'In all of them together, by the sums and not by the mean of the shares; those of which something is not known are left out.',
    }),
  }),
});
