import type { Acting } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { assignmentsByKey } from './assignments-by-key.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { nothingStored } from './nothing-stored.ts';
import { requireRevision } from './require-revision.ts';
import type { StoredAssignment } from './stored-assignment.ts';
import { taskChange } from './task-change.ts';

/** Which assignment to remove, of the revision that was seen. */
export type RemovedAssignment = {
  readonly district: string;
  readonly key: string;
  readonly expectedRevision: number;
};

/**
 * Removes an assignment that was a mistake, and answers what it was; the audit trail keeps it. What was true is ended instead. Throws NotAllowed,
 * RevisionConflict and InputProblems.
 */
export async function removeAssignment(
  store: Store,
  acting: Acting,
  { district, key, expectedRevision }: RemovedAssignment,
): Promise<StoredAssignment> {
  return auditedChange(store, acting, async (rows, trx) => {
    // First of all, so that the territory that is asked about cannot change meanwhile; who is refused leaves nothing behind.
    await nextTaskRevision(rows, district);
    const role = await requireAllowed(rows, acting, 'ASSIGN_TASK', [{ kind: 'assignment', district, key }]);
    const [before = null] = await assignmentsByKey(trx, { keys: [{ district, key }] });
    const subject = { kind: 'task assignment', district, key } as const;
    requireRevision(subject, before, expectedRevision);
    if (before === null) throw nothingStored(subject, 'key');
    await rows(REMOVE, [district, key]);
    const change = taskChange('assignment.removed', subject, { before, after: null });
    return { role, change, result: before };
  });
}

const REMOVE = 'delete from task_assignment where district_key = $1 and key = $2';
