import { RevisionConflict } from '@kreisweit/domain';
import { mayOn } from '../../access/requested-scope.ts';
import { storeFor } from '../../access/require-scope.ts';
import { builder } from '../../builder.ts';
import { TaskRole } from '../task-role.ts';
import { TaskAssignmentPayload } from './task-assignment-payload.ts';
import { expectedRevisionArgument, forgetTasks } from './task-mutation.ts';

const TaskAssignmentInput = builder.inputType('TaskAssignmentInput', {
  description: 'Who does what where, as it is to be.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district that keeps it.' }),
    key: t.string({
      required: true,
      description: 'Its key within the district: small letters and digits, joined by hyphens.',
    }),
    task: t.string({ required: true, description: 'The key of one of the tasks of the district.' }),
    territory: t.string({
      required: true,
      description: 'The key of the district, or of an association or a municipality with inhabitants in it.',
    }),
    actor: t.string({ required: true, description: 'The key of an actor that is active.' }),
    role: t.field({ type: TaskRole, required: true, description: 'What the actor is for the task.' }),
    from: t.field({ type: 'Date', description: 'Its first day; left out where it is not known.' }),
    until: t.field({ type: 'Date', description: 'Its last day; left out where no end is known.' }),
  }),
});

type Sent = { readonly assignment: { readonly district: string; readonly territory: string } };

builder.mutationField('saveTaskAssignment', (t) =>
  t.field({
    type: TaskAssignmentPayload,
    errors: { types: [RevisionConflict] },
    description:
      'Says who does what where, or changes that: all of it is replaced by what is sent. It needs assigning tasks in the territory, and in the one that it had where it moves.',
    args: {
      assignment: t.arg({ type: TaskAssignmentInput, required: true, description: 'The assignment.' }),
      ...expectedRevisionArgument(t),
    },
    authScopes: mayOn('ASSIGN_TASK', ({ assignment: { district, territory } }: Sent) => [
      { kind: 'part', district, key: territory },
    ]),
    resolve: async (_, { assignment: { district, ...given }, expectedRevision }, context) => {
      const assignment = { ...given, from: given.from ?? null, until: given.until ?? null };
      const store = storeFor('ASSIGN_TASK', context);
      const saved = await store.saveAssignment({ district, assignment, expectedRevision });
      forgetTasks(context);
      return { assignment: saved };
    },
  }),
);
