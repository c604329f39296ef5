import { builder } from '../builder.ts';
import { actionRows, type GoalRow, targetRows } from '../concept/concept-rows.ts';
import { listOf } from '../cost/entries.ts';
import { ConceptAction } from './concept-action.ts';
import { ConceptTarget } from './concept-target.ts';
import { localisedField } from './localised-field.ts';
import { servedFields } from './served-fields.ts';

/** A goal of a concept. */
export const ConceptGoal = builder.objectRef<GoalRow>('ConceptGoal').implement({
  description: 'A goal of a concept (Ziel): what it is measured by, and the actions that lead there.',
  fields: (t) => ({
    key: t.string({ description: 'Its key within the version.', resolve: ({ goal }) => goal.key }),
    title: localisedField(t, 'What is to be reached.', ({ goal }) => goal.title),
    targets: t.field({
      ...listOf(2),
      type: [ConceptTarget],
      description: 'What it is measured by, in its order.',
      resolve: targetRows,
    }),
    actions: t.field({
      ...listOf(5),
      type: [ConceptAction],
      description: 'The actions that lead there, in its order.',
      resolve: actionRows,
    }),
    ...servedFields(t, ({ concept: { district }, goal: { recommendations, tasks } }) => ({
      district,
      recommendations,
      tasks,
    })),
  }),
});
