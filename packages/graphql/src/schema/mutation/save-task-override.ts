import { RevisionConflict } from '@kreisweit/domain';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { LocalisedTextInput } from '../localised-text-input.ts';
import { TaskLevel } from '../task-level.ts';
import { TaskObligation } from '../task-obligation.ts';
import { type AdaptedTask, adaptedTaskField } from './adapted-task.ts';
import { expectedRevisionArgument, forgetTasks } from './task-mutation.ts';
import { hintsIn, type WithHints, warningsField } from './text-warnings.ts';

const TaskOverrideInput = builder.inputType('TaskOverrideInput', {
  description: 'How a task of the catalogue is in one district, as it is to be.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district.' }),
    task: t.string({ required: true, description: 'The key of the task in the catalogue.' }),
    obligation: t.field({
      type: TaskObligation,
      description: 'Whether it must be carried out there; left out where that is as usual.',
    }),
    level: t.field({
      type: TaskLevel,
      description: 'Who carries it there; left out where that is as usual.',
    }),
    reason: t.field({
      type: LocalisedTextInput,
      required: true,
      description: 'Why: a law, a statute or an agreement. No personal data.',
    }),
  }),
});

const SaveTaskOverridePayload = builder
  .objectRef<WithHints & AdaptedTask>('SaveTaskOverridePayload')
  .implement({
    description: 'The task as the district has it by now.',
    fields: (t) => ({ task: adaptedTaskField(t), warnings: warningsField(t) }),
  });

builder.mutationField('saveTaskOverride', (t) =>
  t.field({
    type: SaveTaskOverridePayload,
    errors: { types: [RevisionConflict] },
    description:
      'Says how a task of the catalogue is in a district, where the law of its Land, a statute or an agreement makes it other than usual.',
    args: {
      override: t.arg({ type: TaskOverrideInput, required: true, description: 'How it is there.' }),
      ...expectedRevisionArgument(t),
    },
    authScopes: mayOn('MANAGE_TASKS', ({ override }: { readonly override: { readonly district: string } }) =>
      aboutDistrict(override),
    ),
    resolve: async (_, { override: { district, ...given }, expectedRevision }, context) => {
      const override = { ...given, obligation: given.obligation ?? null, level: given.level ?? null };
      const store = storeFor('MANAGE_TASKS', context);
      const saved = await store.saveTaskOverride({ district, override, expectedRevision });
      forgetTasks(context);
      return { district: saved.district, key: saved.task, hints: hintsIn(given.reason.de, given.reason.en) };
    },
  }),
);
