import { actionProgress, actionProgressTitles, actionStatusTitles } from '@kreisweit/domain';
import { todayInGermany } from '@kreisweit/store';
import { dayArgument } from '../argument/day-argument.ts';
import { pageArguments } from '../argument/page-arguments.ts';
import { districtKeyArgument } from '../argument/territory-key-argument.ts';
import { builder } from '../builder.ts';
import type { ActionRow } from '../concept/concept-rows.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { loadActorActions } from '../loader/load-actor-actions.ts';
import { ActionProgress } from './action-progress.ts';
import { ActionStatus } from './action-status.ts';
import { Actor } from './actor.ts';
import { connectionOptions, pageFields } from './connection.ts';
import { languageArgument, localisedField } from './localised-field.ts';
import { onArgument } from './on-argument.ts';
import { servedFields } from './served-fields.ts';

/** An action of a concept. */
export const ConceptAction = builder.objectRef<ActionRow>('ConceptAction').implement({
  description: 'An action of a concept (Maßnahme): who does what until when, and how far it is.',
  fields: (t) => ({
    key: t.string({ description: 'Its key within the version.', resolve: ({ action }) => action.key }),
    revision: t.int({
      description: 'Rises with every report: what `reportConceptAction` expects.',
      resolve: ({ action }) => action.revision,
    }),
    title: localisedField(t, 'What is done.', ({ action }) => action.title),
    actors: t.field({
      ...listOf(2),
      type: [Actor],
      description: 'Who carries it out.',
      resolve: async ({ action }, _, { loaders }) => {
        const actors = await Promise.all(action.actors.map((key) => loaders.actor.load(key)));
        return actors.filter((actor) => actor !== null);
      },
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its first day; null where it is open.',
      resolve: ({ action }) => action.from,
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its last day; null for one that goes on.',
      resolve: ({ action }) => action.until,
    }),
    status: t.field({
      type: ActionStatus,
      description: 'How far it is, as it was reported.',
      resolve: ({ action }) => action.status,
    }),
    statusTitle: localisedField(
      t,
      'How far it is, for people.',
      ({ action }) => actionStatusTitles[action.status],
    ),
    doneOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day on which it was done; null before, and where it is not known.',
      resolve: ({ action }) => action.doneOn,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it was stopped, in the language of whoever wrote it; null unless it was.',
      resolve: ({ action }) => action.reason,
    }),
    progress: t.field({
      type: ActionProgress,
      description: 'How it stands on a day.',
      args: onArgument(t),
      resolve: ({ action }, { on }) => actionProgress(action, dayArgument(on, todayInGermany())),
    }),
    progressTitle: t.string({
      description: 'How it stands on a day, for people.',
      args: { ...onArgument(t), lang: languageArgument(t) },
      resolve: ({ action }, { on, lang }) =>
        actionProgressTitles[actionProgress(action, dayArgument(on, todayInGermany()))][lang],
    }),
    ...servedFields(t, ({ concept: { district }, action: { recommendations, tasks } }) => ({
      district,
      recommendations,
      tasks,
    })),
  }),
});

const ConceptActionConnection = builder.connectionObject(
  ...connectionOptions('ConceptAction', ConceptAction),
);

const ConceptActionFilter = builder.inputType('ConceptActionFilter', {
  description: 'Which actions to list.',
  fields: (t) => ({
    district: t.string({ description: 'Only those of the concepts of this district (its key).' }),
    progress: t.field({ type: [ActionProgress], description: 'Only those that stand so on the day.' }),
  }),
});

builder.objectField(Actor, 'conceptActions', (t) =>
  t.loadable({
    ...listOf(pageSize),
    type: ConceptActionConnection,
    description:
      'What it carries out of the concepts that are in force on a day, by the end of the actions; also what an actor carried out that was merged into it.',
    args: {
      ...onArgument(t),
      filter: t.arg({ type: ConceptActionFilter, description: 'Which ones; all when left out.' }),
      ...pageFields(t),
    },
    load: loadActorActions,
    resolve: ({ key }, { on, filter, ...page }) => ({
      actor: key,
      on: dayArgument(on, todayInGermany()),
      district: filter?.district == null ? null : districtKeyArgument(filter.district).key,
      progress: filter?.progress ?? null,
      ...pageArguments(page),
    }),
  }),
);
