import { type ConceptAction, type ConceptTarget, type FieldOfAction, InputProblems } from '@kreisweit/domain';
import type { DraftConcept } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { ActionStatus } from './action-status.ts';
import { CategoryInput } from './category-input.ts';
import { LocalisedTextInput } from './localised-text-input.ts';
import { TargetDirection } from './target-direction.ts';

const KEY = 'small letters and digits, joined by hyphens; once in the version.';

const ConceptTargetInput = builder.inputType('ConceptTargetInput', {
  description: 'What a goal is measured by.',
  fields: (t) => ({
    key: t.string({ required: true, description: `Its key: ${KEY}` }),
    indicator: t.string({ required: true, description: 'The key of an indicator.' }),
    breakdown: t.field({
      type: [CategoryInput],
      description: 'The categories that the value is restricted to; the total when left out.',
    }),
    value: t.float({ required: true, description: 'The value to reach, in the unit of the indicator.' }),
    direction: t.field({
      type: TargetDirection,
      required: true,
      description: 'On which side of the value the goal lies.',
    }),
    period: t.field({ type: 'Period', required: true, description: 'By which period.' }),
  }),
});

const ConceptActionInput = builder.inputType('ConceptActionInput', {
  description: 'An action of a concept.',
  fields: (t) => ({
    key: t.string({ required: true, description: `Its key: ${KEY}` }),
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What is done.' }),
    actors: t.stringList({ required: true, description: 'The keys of the actors that carry it out.' }),
    from: t.field({ type: 'Date', description: 'Its first day.' }),
    until: t.field({ type: 'Date', description: 'Its last day; left out for one that goes on.' }),
    status: t.field({
      type: ActionStatus,
      required: true,
      defaultValue: 'PLANNED',
      description: 'How far it is.',
    }),
    doneOn: t.field({ type: 'Date', description: 'The day on which it was done.' }),
    reason: t.string({ description: 'Why it was stopped.' }),
    recommendations: t.stringList({ description: 'The keys of the recommendations that it serves.' }),
    tasks: t.stringList({ description: 'The keys of the tasks that it serves.' }),
  }),
});

const ConceptGoalInput = builder.inputType('ConceptGoalInput', {
  description: 'A goal of a concept.',
  fields: (t) => ({
    key: t.string({ required: true, description: `Its key: ${KEY}` }),
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What is to be reached.' }),
    targets: t.field({ type: [ConceptTargetInput], description: 'What it is measured by.' }),
    actions: t.field({ type: [ConceptActionInput], description: 'The actions that lead there.' }),
    recommendations: t.stringList({ description: 'The keys of the recommendations that it serves.' }),
    tasks: t.stringList({ description: 'The keys of the tasks that it serves.' }),
  }),
});

const FieldOfActionInput = builder.inputType('FieldOfActionInput', {
  description: 'A field of action of a concept.',
  fields: (t) => ({
    key: t.string({ required: true, description: `Its key: ${KEY}` }),
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What people call it.' }),
    goals: t.field({ type: [ConceptGoalInput], description: 'Its goals.' }),
  }),
});

/** A draft of a version of a concept, all of it. */
export const ConceptInput = builder.inputType('ConceptInput', {
  description: 'A draft of a version of a concept as it is to be: all of it, in the order of the lists.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district.' }),
    concept: t.string({
      required: true,
      description:
        'The key of the concept, the same in all versions: small letters and digits, joined by hyphens.',
    }),
    number: t.int({ required: true, description: 'The number of the version, from 1.' }),
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What people call it.' }),
    from: t.field({ type: 'Date', description: 'The first day on which it is meant to be in force.' }),
    until: t.field({ type: 'Date', description: 'The last day on which it is meant to be in force.' }),
    fields: t.field({ type: [FieldOfActionInput], required: true, description: 'Its fields of action.' }),
  }),
});

type Given = typeof ConceptInput.$inferInput;
type GivenField = Given['fields'][number];
type GivenGoal = NonNullable<GivenField['goals']>[number];
type GivenTarget = NonNullable<GivenGoal['targets']>[number];
type GivenAction = NonNullable<GivenGoal['actions']>[number];

/** The draft that an input says. Throws InputProblems where a target names a dimension twice. */
export function conceptOfInput({ fields, from, until, ...given }: Given): DraftConcept {
  return {
    ...given,
    from: from ?? null,
    until: until ?? null,
    fields: fields.map(
      ({ goals, ...field }, index): FieldOfAction => ({
        ...field,
        goals: (goals ?? []).map(({ targets, actions, recommendations, tasks, ...goal }, inGoals) => ({
          ...goal,
          recommendations: recommendations ?? [],
          tasks: tasks ?? [],
          targets: (targets ?? []).map((target, at) =>
            targetOfInput(target, `concept.fields.${index}.goals.${inGoals}.targets.${at}`),
          ),
          actions: (actions ?? []).map(actionOfInput),
        })),
      }),
    ),
  };
}

function targetOfInput({ breakdown, ...target }: GivenTarget, path: string): ConceptTarget {
  const categories = (breakdown ?? []).map(({ dimension, category }) => [dimension, category] as const);
  const chosen = Object.fromEntries(categories);
  if (Object.keys(chosen).length === categories.length) return { ...target, breakdown: chosen };
  const message = 'a dimension is named twice: choose one category of it';
  throw new InputProblems('the concept is not saved', [
    { field: `${path}.breakdown`, rule: 'DUPLICATE', message },
  ]);
}

function actionOfInput(action: GivenAction): ConceptAction {
  const { from, until, doneOn, reason, recommendations, tasks } = action;
  return {
    ...action,
    from: from ?? null,
    until: until ?? null,
    doneOn: doneOn ?? null,
    reason: reason ?? null,
    recommendations: recommendations ?? [],
    tasks: tasks ?? [],
  };
}

/** Everything that people wrote in a draft. */
export function textsOfConcept({ title, fields }: DraftConcept): readonly string[] {
  const goals = fields.flatMap((field) => field.goals);
  const actions = goals.flatMap((goal) => goal.actions);
  return [
    ...[title, ...[...fields, ...goals, ...actions].map((part) => part.title)].flatMap(({ de, en }) => [
      de,
      en,
    ]),
    ...actions.flatMap(({ reason }) => reason ?? []),
  ];
}
