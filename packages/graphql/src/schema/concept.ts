import { conceptProgress, targetCounts } from '@kreisweit/domain';
import { conceptAddressOf, conceptText, type StoredConcept, todayInGermany } from '@kreisweit/store';
import { mayReadInternals } from '../access/may-read-internals.ts';
import { dayArgument } from '../argument/day-argument.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { districtKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import { fieldRows, goalRows, targetRows } from '../concept/concept-rows.ts';
import { progressOfTarget } from '../concept/progress-of-target.ts';
import { readableConcept } from '../concept/readable-concept.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize, reading } from '../cost/entries.ts';
import { ConceptAction } from './concept-action.ts';
import { ConceptProgress } from './concept-progress.ts';
import { connectionByKey, connectionOptions, pageFields } from './connection.ts';
import { demoField } from './demo-field.ts';
import { District } from './district.ts';
import { FieldOfAction } from './field-of-action.ts';
import { JointDecision, readableDecision } from './joint-decision.ts';
import { localisedField } from './localised-field.ts';
import { onArgument } from './on-argument.ts';
import { TargetCounts } from './target-counts.ts';

/** A version of the common concept of a district and its municipalities. */
export const Concept = builder.objectRef<StoredConcept>('Concept');

builder.node(Concept, {
  description:
    'A version of the common concept of a district and its municipalities (Integrations- und Teilhabekonzept). Public once a joint decision has adopted it; before, those who take part read it.',
  id: { resolve: conceptText },
  loadMany: (ids: readonly string[], context: Context) =>
    Promise.all(ids.map((id) => conceptNode(context, id))),
  fields: (t) => ({
    concept: t.exposeString('concept', { description: 'Its key, the same in all versions.' }),
    number: t.exposeInt('number', { description: 'The number of the version, from 1.' }),
    demo: demoField(t, ({ district, concept: key }) => ({ district, kind: 'concept', key })),
    revision: t.exposeInt('revision', {
      description: 'Rises with every change of its content: what `saveConcept` and `adoptConcept` expect.',
    }),
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district.',
      resolve: ({ district }, _, { loaders }) =>
        loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    title: localisedField(t, 'What people call it.', ({ title }) => title),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is meant to be in force; null where it is open.',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which it is meant to be in force; null where it is open.',
    }),
    adoptedOn: t.expose('adoptedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it was adopted; null for a draft.',
    }),
    decision: t.field({
      type: JointDecision,
      nullable: true,
      description: 'The joint decision that adopted it; null for a draft.',
      resolve: ({ district, adoptedBy: key, adoptedRound: round }, _, context) =>
        key === null || round === null ? null : readableDecision(context, { district, key, round }),
    }),
    fields: t.field({
      ...listOf(6),
      type: [FieldOfAction],
      description: 'Its fields of action, in its order.',
      resolve: fieldRows,
    }),
    progress: t.field({
      type: ConceptProgress,
      description: 'How its actions stand on a day.',
      args: onArgument(t),
      resolve: (concept, { on }) => conceptProgress(concept, dayArgument(on, todayInGermany())).all,
    }),
    targetCounts: t.field({
      type: TargetCounts,
      description: 'How its targets stand by what is published of the district.',
      resolve: async (concept, _, context) => {
        const targets = fieldRows(concept).flatMap(goalRows).flatMap(targetRows);
        return targetCounts(await Promise.all(targets.map((target) => progressOfTarget(target, context))));
      },
    }),
  }),
});

/** Relay notes on a node what it is: on a copy, so that what is loaded stays as it is. */
async function conceptNode(context: Context, id: string): Promise<StoredConcept | null> {
  const address = conceptAddressOf(id);
  const concept = address && (await readableConcept(context, address));
  return concept && { ...concept };
}

builder.objectField(ConceptAction, 'concept', (t) =>
  t.field({
    type: Concept,
    description: 'The version that it belongs to.',
    resolve: ({ concept }) => concept,
  }),
);

const ConceptConnection = builder.connectionObject(...connectionOptions('Concept', Concept));

builder.objectFields(District, (t) => ({
  concept: t.field({
    ...reading(100),
    type: Concept,
    nullable: true,
    description:
      'The common concept that is in force on a day: of several the one adopted last; null where there is none.',
    args: {
      ...onArgument(t),
      concept: t.arg.string({ description: 'The key of one of several.' }),
    },
    resolve: async ({ key: district }, { on, concept }, { loaders }) => {
      const inForce = await loaders.conceptsInForce.load({ district, on: dayArgument(on, todayInGermany()) });
      return (concept == null ? inForce[0] : inForce.find((each) => each.concept === concept)) ?? null;
    },
  }),
  concepts: t.field({
    ...listOf(pageSize),
    type: ConceptConnection,
    description:
      'All versions of its concepts, by key and number, also those that others have replaced; drafts only for those who take part.',
    args: pageFields(t),
    resolve: async ({ key: district }, args, context) => {
      const { first, after } = pageArguments(args);
      const drafts = await mayReadInternals(context, district);
      const page = await context.loaders.conceptPage.load({ district, drafts, first, after });
      const places = new Map(page.rows.map(({ key, concept }) => [concept, key]));
      const rows = page.rows.map(({ concept }) => concept);
      return connectionByKey({ ...page, rows }, after, (concept) => places.get(concept) ?? '');
    },
  }),
}));

builder.queryField('concept', (t) =>
  t.field({
    type: Concept,
    nullable: true,
    description:
      'A version of a concept of a district; null where there is none, or none that whoever asks may see.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district.' }),
      concept: t.arg.string({ required: true, description: 'The key of the concept.' }),
      number: t.arg.int({ required: true, description: 'The number of the version.' }),
    },
    resolve: (_, { district, concept, number }, context) =>
      readableConcept(context, { district: districtKeyArgument(district).key, concept, number }),
  }),
);
