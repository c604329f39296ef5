import { RevisionConflict } from '@kreisweit/domain';
import { aboutAssignment, mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { TaskAssignmentPayload } from './task-assignment-payload.ts';
import { expectedRevisionArgument, forgetTasks } from './task-mutation.ts';

builder.mutationField('endTaskAssignment', (t) =>
  t.field({
    type: TaskAssignmentPayload,
    errors: { types: [RevisionConflict] },
    description: 'Ends who does what where on a day. It stays as what was true until then.',
    args: {
      district: t.arg.string({ required: true, description: 'The key of the district that keeps it.' }),
      key: t.arg.string({ required: true, description: 'Its key.' }),
      until: t.arg({ type: 'Date', required: true, description: 'Its last day.' }),
      ...expectedRevisionArgument(t),
    },
    authScopes: mayOn('ASSIGN_TASK', aboutAssignment),
    resolve: async (_, ended, context) => {
      const assignment = await storeFor('ASSIGN_TASK', context).endAssignment(ended);
      forgetTasks(context);
      return { assignment };
    },
  }),
);
