import { actionCounts } from '@kreisweit/domain';
import { todayInGermany } from '@kreisweit/store';
import { dayArgument } from '../argument/day-argument.ts';
import { builder } from '../builder.ts';
import { type FieldRow, goalRows } from '../concept/concept-rows.ts';
import { listOf } from '../cost/entries.ts';
import { ConceptGoal } from './concept-goal.ts';
import { ConceptProgress } from './concept-progress.ts';
import { localisedField } from './localised-field.ts';
import { onArgument } from './on-argument.ts';

/** A field of action of a concept. */
export const FieldOfAction = builder.objectRef<FieldRow>('FieldOfAction').implement({
  description: 'A field of action of a concept (Handlungsfeld) with its goals.',
  fields: (t) => ({
    key: t.string({ description: 'Its key within the version.', resolve: ({ field }) => field.key }),
    title: localisedField(t, 'What people call it.', ({ field }) => field.title),
    goals: t.field({
      ...listOf(3),
      type: [ConceptGoal],
      description: 'Its goals, in its order.',
      resolve: goalRows,
    }),
    progress: t.field({
      type: ConceptProgress,
      description: 'How its actions stand on a day.',
      args: onArgument(t),
      resolve: ({ field }, { on }) =>
        actionCounts(
          field.goals.flatMap(({ actions }) => actions),
          dayArgument(on, todayInGermany()),
        ),
    }),
  }),
});
