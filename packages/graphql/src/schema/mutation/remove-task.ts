import { RevisionConflict } from '@kreisweit/domain';
import { aboutDistrict, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { IntegrationTask, type TaskRow } from '../integration-task.ts';
import { expectedRevisionArgument, forgetTasks } from './task-mutation.ts';

const RemoveTaskPayload = builder.objectRef<{ readonly task: TaskRow }>('RemoveTaskPayload').implement({
  description: 'The task that is removed.',
  fields: (t) => ({
    task: t.expose('task', { type: IntegrationTask, description: 'What it was.' }),
  }),
});

builder.mutationField('removeTask', (t) =>
  t.field({
    type: RemoveTaskPayload,
    errors: { types: [RevisionConflict] },
    description: 'Removes a task that a district added by mistake. One that was ever assigned stays.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district.' }),
      key: t.arg.string({ required: true, description: 'The key of the task.' }),
      ...expectedRevisionArgument(t),
    },
    authScopes: mayOn('MANAGE_TASKS', aboutDistrict),
    resolve: async (_, removed, context) => {
      const task = await storeFor('MANAGE_TASKS', context).removeTask(removed);
      forgetTasks(context);
      return { task: { ...task, shownIn: task.district, override: null } };
    },
  }),
);
