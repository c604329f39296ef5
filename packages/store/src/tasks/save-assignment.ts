import type { Acting, TaskAssignment } from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { assignmentsByKey } from './assignments-by-key.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { putAssignments } from './put-assignments.ts';
import { putOne } from './put-one.ts';
import { requireRevision } from './require-revision.ts';
import type { StoredAssignment } from './stored-assignment.ts';
import { taskChange } from './task-change.ts';

/** An assignment to save; `expectedRevision` is the one that was seen, 0 where it is new; `today` an ISO day, that in Germany when left out. */
export type AssignmentInput = {
  readonly district: string;
  readonly assignment: TaskAssignment;
  readonly expectedRevision: number;
  readonly today?: string | undefined;
};

/**
 * Saves who does what where. Whoever does so must be allowed to assign tasks in its territory, and in the one that it had where it moves. Throws
 * NotAllowed, RevisionConflict, and InputProblems with fields like `assignment.actor`.
 */
export async function saveAssignment(
  store: Store,
  acting: Acting,
  { district, assignment, expectedRevision, today }: AssignmentInput,
): Promise<StoredAssignment> {
  return auditedChange(store, acting, async (rows, trx) => {
    // First of all, so that the territory that is asked about cannot change meanwhile; who is refused leaves nothing behind.
    await nextTaskRevision(rows, district);
    const { key, territory } = assignment;
    const [stored = null] = await assignmentsByKey(trx, { keys: [{ district, key }] });
    const abouts: About[] = [{ kind: 'part', district, key: territory }];
    if (stored !== null) abouts.push({ kind: 'part', district, key: stored.territory });
    const role = await requireAllowed(rows, acting, 'ASSIGN_TASK', abouts);

    const subject = { kind: 'task assignment', district, key } as const;
    requireRevision(subject, stored, expectedRevision);
    const putting = putAssignments(rows, trx, { district, assignments: [assignment], today });
    const put = await putOne('assignment', putting);
    return { role, change: taskChange('assignment.saved', subject, put), result: put.after };
  });
}
