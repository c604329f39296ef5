import type { MemberLabel as MemberLabelRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { MemberLabel } from './member-label.ts';

/** Who did not report. */
export const MissingMembers = builder.objectRef<readonly MemberLabelRow[]>('MissingMembers').implement({
  description: 'The members of a territory that are expected to report and did not.',
  fields: (t) => ({
    count: t.int({ description: 'How many they are.', resolve: (members) => members.length }),
    territories: t.field({
      ...listOf(3),
      type: [MemberLabel],
      description: 'Who they are, by key.',
      resolve: (members) => members,
    }),
  }),
});
