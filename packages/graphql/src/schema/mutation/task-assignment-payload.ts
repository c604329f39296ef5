import type { StoredAssignment } from '@kreisweit/store';
import { builder } from '../../builder.ts';
import { TaskAssignment } from '../task-assignment.ts';

/** What every change of an assignment answers. */
export const TaskAssignmentPayload = builder
  .objectRef<{ readonly assignment: StoredAssignment }>('TaskAssignmentPayload')
  .implement({
    description: 'The assignment as it is by now; one that is removed as it was.',
    fields: (t) => ({
      assignment: t.expose('assignment', { type: TaskAssignment, description: 'The assignment.' }),
    }),
  });
