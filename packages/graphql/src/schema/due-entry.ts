import {
  type DueEntry as DueEntryRow,
  type DueSubject,
  dueAskedTitles,
  dueKindTitles,
  parseTerritoryKey,
} from '@kreisweit/domain';
import { actorsByKey, todayInGermany } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { territoryKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { type DueKey, loadDue, placeOfDue } from '../loader/load-due.ts';
import { Actor } from './actor.ts';
import { connectionByKey, connectionOptions, pageFields } from './connection.ts';
import { District } from './district.ts';
import { DueAsked } from './due-asked.ts';
import { DueKind } from './due-kind.ts';
import { localisedField } from './localised-field.ts';
import { Territory } from './territory.ts';

/** The types of the nodes that entries are about. */
const SUBJECT_TYPES: Readonly<Record<DueSubject['kind'], string>> = Object.freeze({
  body: 'CooperationBody',
  meeting: 'Meeting',
  decision: 'JointDecision',
  concept: 'Concept',
  deliveryDeadline: 'DeliveryDeadline',
  training: 'Training',
});

/** Something that is due. */
export const DueEntry = builder.objectRef<DueEntryRow>('DueEntry').implement({
  description: 'Something that is due and still open.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DueKind, description: 'What it is.' }),
    kindTitle: localisedField(t, 'What it is, for people.', ({ kind }) => dueKindTitles[kind]),
    asked: t.expose('asked', { type: DueAsked, description: 'What is to be done about it.' }),
    askedTitle: localisedField(t, 'What is to be done, for people.', ({ asked }) => dueAskedTitles[asked]),
    subjectId: t.globalID({
      description:
        'The id of what it is about, for `node` and links: the meeting, or its body where no day is set; the round of a decision; the version of the concept that the action stands in; the deadline; the training.',
      resolve: ({ subject }) => ({ type: SUBJECT_TYPES[subject.kind], id: subject.key }),
    }),
    key: t.exposeString('key', {
      description: 'What it is told apart by among those of its kind, territory and actor.',
    }),
    title: localisedField(t, 'What is due, in one line.', ({ title }) => title),
    day: t.expose('day', { type: 'Date', description: 'The last day on which it is in time.' }),
    overdue: t.exposeBoolean('overdue', { description: 'True where its day has passed.' }),
    territory: t.field({
      type: Territory,
      nullable: true,
      description: 'The territory that it is about; null where no register knows it any more.',
      resolve: ({ territory }, _, { loaders }) => {
        const key = parseTerritoryKey(territory);
        return key === null ? null : loaders.territory.load({ ...key, on: null });
      },
    }),
    actor: t.loadable({
      type: Actor,
      nullable: true,
      description: 'The actor who has to do it; null where it is for no single one.',
      load: (keys: readonly string[], { db }: Context) => actorsByKey(db, keys),
      resolve: ({ actor }) => actor,
    }),
  }),
});

const DueEntryConnection = builder.connectionObject(...connectionOptions('DueEntry', DueEntry));

builder.objectField(District, 'due', (t) =>
  t.loadable({
    ...listOf(pageSize, 100),
    type: DueEntryConnection,
    nullable: true,
    description:
      'What is due here until a day, what is overdue included: meetings, positions, actions, deliveries of figures and trainings, by day. For those who take part; null for others.',
    args: {
      until: t.arg({ type: 'Date', required: true, description: 'Until this day, included.' }),
      on: t.arg({ type: 'Date', description: 'As it is on this day; today when left out.' }),
      kinds: t.arg({ type: [DueKind], description: 'Only these; all when left out.' }),
      territory: t.arg.string({ description: 'The key of a territory: only what is about it.' }),
      actor: t.arg.string({ description: 'The key of an actor: only what this one has to do.' }),
      ...pageFields(t),
    },
    authScopes: ({ key }) => ({
      may: { action: 'READ_DUE', abouts: [{ kind: 'cooperation', district: key }] },
    }),
    load: async (keys: readonly DueKey[], context: Context) => {
      const pages = await loadDue(keys, context);
      return pages.map((page) => connectionByKey(page, page.after, placeOfDue));
    },
    resolve: ({ key }, { until, on, kinds, territory, actor, ...page }): DueKey => ({
      district: key,
      until,
      on: on ?? todayInGermany(),
      kinds: kinds ?? null,
      territory: territory == null ? null : territoryKeyArgument(territory, 'territory').key,
      actor: actor ?? null,
      ...pageArguments(page),
    }),
  }),
);
