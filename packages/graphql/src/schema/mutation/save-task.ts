import { RevisionConflict } from '@kreisweit/domain';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { IntegrationTask, type TaskRow } from '../integration-task.ts';
import { LocalisedTextInput } from '../localised-text-input.ts';
import { TaskLevel } from '../task-level.ts';
import { TaskObligation } from '../task-obligation.ts';
import { expectedRevisionArgument, forgetTasks } from './task-mutation.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

const IntegrationTaskInput = builder.inputType('IntegrationTaskInput', {
  description: 'A task that a district adds to the catalogue, as it is to be.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district.' }),
    key: t.string({
      required: true,
      description:
        'Its key within the district: small letters and digits, joined by hyphens; none of the catalogue.',
    }),
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What it is.' }),
    description: t.field({ type: LocalisedTextInput, required: true, description: 'What belongs to it.' }),
    obligation: t.field({
      type: TaskObligation,
      required: true,
      description: 'Whether it must be carried out.',
    }),
    level: t.field({ type: TaskLevel, required: true, description: 'Who carries it.' }),
    stateLaw: t.field({
      type: LocalisedTextInput,
      description: 'What the law of the Land says of it, where that matters.',
    }),
  }),
});

const SaveTaskPayload = builder
  .objectRef<WithHints & { readonly task: TaskRow }>('SaveTaskPayload')
  .implement({
    description: 'The task as it is by now.',
    fields: (t) => ({
      task: t.expose('task', { type: IntegrationTask, description: 'The task.' }),
      warnings: warningsField(t),
    }),
  });

builder.mutationField('saveTask', (t) =>
  t.field({
    type: SaveTaskPayload,
    errors: { types: [RevisionConflict] },
    description:
      'Adds a task to those of a district, or changes one that it added: all of it is replaced by what is sent. One of the catalogue is adapted by `saveTaskOverride`.',
    args: {
      task: t.arg({ type: IntegrationTaskInput, required: true, description: 'The task.' }),
      ...expectedRevisionArgument(t),
    },
    authScopes: mayOn('MANAGE_TASKS', ({ task }: { readonly task: { readonly district: string } }) =>
      aboutDistrict(task),
    ),
    resolve: async (_, { task: { district, ...given }, expectedRevision }, context) => {
      const { title, description, stateLaw = null } = given;
      const task = { ...given, stateLaw };
      const saved = await storeFor('MANAGE_TASKS', context).saveTask({ district, task, expectedRevision });
      forgetTasks(context);
      const texts = [title, description, stateLaw].flatMap((text) =>
        text === null ? [] : [text.de, text.en],
      );
      return { task: { ...saved, shownIn: district, override: null }, hints: hintsIn(...texts) };
    },
  }),
);
