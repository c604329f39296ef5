import { RevisionConflict } from '@kreisweit/domain';
import { aboutAssignment, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { TaskAssignmentPayload } from './task-assignment-payload.ts';
import { expectedRevisionArgument, forgetTasks } from './task-mutation.ts';

builder.mutationField('removeTaskAssignment', (t) =>
  t.field({
    type: TaskAssignmentPayload,
    errors: { types: [RevisionConflict] },
    description:
      'Removes an assignment that was a mistake; what was true is ended instead. The audit trail keeps it.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district that keeps it.' }),
      key: t.arg.string({ required: true, description: 'Its key.' }),
      ...expectedRevisionArgument(t),
    },
    authScopes: mayOn('ASSIGN_TASK', aboutAssignment),
    resolve: async (_, removed, context) => {
      const assignment = await storeFor('ASSIGN_TASK', context).removeAssignment(removed);
      forgetTasks(context);
      return { assignment };
    },
  }),
);
