import type { Acting } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { nothingStored } from './nothing-stored.ts';
import { requireRevision } from './require-revision.ts';
import type { StoredOverride } from './stored-task.ts';
import { taskChange } from './task-change.ts';
import { taskRecords } from './task-records.ts';

/** Which override to remove: that of a task (its key) in a district, of the revision that was seen. */
export type RemovedOverride = {
  readonly district: string;
  readonly task: string;
  readonly expectedRevision: number;
};

/** Takes back how a task of the catalogue is in a district: it is as in the catalogue again. Answers what it was. Throws NotAllowed, RevisionConflict and InputProblems. */
export async function removeTaskOverride(
  store: Store,
  acting: Acting,
  { district, task, expectedRevision }: RemovedOverride,
): Promise<StoredOverride> {
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_TASKS', [{ kind: 'territory', key: district }]);
    await nextTaskRevision(rows, district);
    const [records] = await taskRecords(trx, { districts: [district] });
    const before = records?.overrides.find((override) => override.task === task) ?? null;
    const subject = { kind: 'task override', district, key: task } as const;
    requireRevision(subject, before, expectedRevision);
    if (before === null) throw nothingStored(subject, 'task');
    await rows(REMOVE, [district, task]);
    const change = taskChange('task.overrideRemoved', subject, { before, after: null });
    return { role, change, result: before };
  });
}

const REMOVE = 'delete from task_override where district_key = $1 and task_key = $2';
