import { RevisionConflict } from '@kreisweit/domain';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { type AdaptedTask, adaptedTaskField } from './adapted-task.ts';
import { expectedRevisionArgument, forgetTasks } from './task-mutation.ts';

const RemoveTaskOverridePayload = builder.objectRef<AdaptedTask>('RemoveTaskOverridePayload').implement({
  description: 'The task as the district has it by now.',
  fields: (t) => ({ task: adaptedTaskField(t) }),
});

builder.mutationField('removeTaskOverride', (t) =>
  t.field({
    type: RemoveTaskOverridePayload,
    errors: { types: [RevisionConflict] },
    description: 'Takes back how a task is in a district: it is as in the catalogue again.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district.' }),
      task: t.arg.string({ required: true, description: 'The key of the task in the catalogue.' }),
      ...expectedRevisionArgument(t),
    },
    authScopes: mayOn('MANAGE_TASKS', aboutDistrict),
    resolve: async (_, removed, context) => {
      const { district, task } = await storeFor('MANAGE_TASKS', context).removeTaskOverride(removed);
      forgetTasks(context);
      return { district, key: task };
    },
  }),
);
