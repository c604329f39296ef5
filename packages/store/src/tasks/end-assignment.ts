import { type Acting, assignmentEndProblems, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { assignmentsByKey } from './assignments-by-key.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { nothingStored } from './nothing-stored.ts';
import { requireRevision } from './require-revision.ts';
import type { StoredAssignment } from './stored-assignment.ts';
import { taskChange } from './task-change.ts';

/** Which assignment ends on which day (ISO, its last one), of the revision that was seen. */
export type EndedAssignment = {
  readonly district: string;
  readonly key: string;
  readonly until: string;
  readonly expectedRevision: number;
};

/** Ends an assignment; it stays as what was true. Throws NotAllowed, RevisionConflict, and InputProblems with the field `until`. */
export async function endAssignment(
  store: Store,
  acting: Acting,
  { district, key, until, expectedRevision }: EndedAssignment,
): Promise<StoredAssignment> {
  return auditedChange(store, acting, async (rows, trx) => {
    // First of all, so that the territory that is asked about cannot change meanwhile; who is refused leaves nothing behind.
    const revision = await nextTaskRevision(rows, district);
    const role = await requireAllowed(rows, acting, 'ASSIGN_TASK', [{ kind: 'assignment', district, key }]);
    const [before = null] = await assignmentsByKey(trx, { keys: [{ district, key }] });
    const subject = { kind: 'task assignment', district, key } as const;
    requireRevision(subject, before, expectedRevision);
    if (before === null) throw nothingStored(subject, 'key');
    const problems = assignmentEndProblems(before, until);
    if (problems.length > 0) throw new InputProblems('the assignment is not ended', problems);
    if (before.until === until) return { role, change: null, result: before };

    await rows(END, [district, key, until, revision]);
    const after = { ...before, until, revision };
    const change = taskChange('assignment.ended', subject, { before, after });
    return { role, change, result: after };
  });
}

const END = `
update task_assignment set valid_until = $3, revision = $4 where district_key = $1 and key = $2`;
