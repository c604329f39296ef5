import type { Acting } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { putOne } from './put-one.ts';
import { type OwnTask, putTasks } from './put-tasks.ts';
import { requireRevision } from './require-revision.ts';
import type { StoredTask } from './stored-task.ts';
import { taskChange } from './task-change.ts';

/** A task to save; `expectedRevision` is the one that was seen, 0 where it is new. */
export type TaskInput = {
  readonly district: string;
  readonly task: OwnTask;
  readonly expectedRevision: number;
};

/** Saves a task of a district's own. Throws NotAllowed, RevisionConflict, and InputProblems with fields like `task.title.de`. */
export async function saveTask(
  store: Store,
  acting: Acting,
  { district, task, expectedRevision }: TaskInput,
): Promise<StoredTask> {
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_TASKS', [{ kind: 'territory', key: district }]);
    const put = await putOne('task', putTasks(rows, trx, { district, tasks: [task] }));
    const subject = { kind: 'task', district, key: task.key } as const;
    requireRevision(subject, put.before, expectedRevision);
    return { role, change: taskChange('task.saved', subject, put), result: put.after };
  });
}
