import type { JointDecisionEntry as EntryRow, Json } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { JointDecisionEventKind } from './joint-decision-event-kind.ts';

/** Something that happened to a joint decision. */
export const JointDecisionEntry = builder.objectRef<EntryRow>('JointDecisionEntry').implement({
  description: 'Something that happened to a joint decision. Its history is only ever added to.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision that it made.' }),
    on: t.expose('on', { type: 'Date', description: 'The day on which it was recorded.' }),
    kind: t.field({
      type: JointDecisionEventKind,
      description: 'What happened.',
      resolve: ({ event }) => event.kind,
    }),
    details: t.field({
      type: 'JSON',
      description: 'All that was said with it.',
      resolve: ({ event }) => event as unknown as Json,
    }),
  }),
});
