import { type Acting, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { nextTaskRevision } from './next-task-revision.ts';
import { nothingStored } from './nothing-stored.ts';
import { requireRevision } from './require-revision.ts';
import type { StoredTask } from './stored-task.ts';
import { taskChange } from './task-change.ts';
import { taskRecords } from './task-records.ts';

/** Which task of a district's own to remove, of the revision that was seen. */
export type RemovedTask = {
  readonly district: string;
  readonly key: string;
  readonly expectedRevision: number;
};

/**
 * Removes a task that a district added by mistake, and answers what it was. One that was ever assigned stays, and so does its history. Throws NotAllowed,
 * RevisionConflict and InputProblems.
 */
export async function removeTask(
  store: Store,
  acting: Acting,
  { district, key, expectedRevision }: RemovedTask,
): Promise<StoredTask> {
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_TASKS', [{ kind: 'territory', key: district }]);
    await nextTaskRevision(rows, district);
    const [records] = await taskRecords(trx, { districts: [district] });
    const before = records?.own.find((task) => task.key === key) ?? null;
    const subject = { kind: 'task', district, key } as const;
    requireRevision(subject, before, expectedRevision);
    if (before === null) throw nothingStored(subject, 'key');
    const [used] = await rows<{ assignments: number; concepts: number }>(USED, [district, key]);
    if (used !== undefined && used.assignments > 0) throw stillAssigned(used.assignments);
    if (used !== undefined && used.concepts > 0) throw stillServed(used.concepts);
    await rows(REMOVE, [district, key]);
    const change = taskChange('task.removed', subject, { before, after: null });
    return { role, change, result: before };
  });
}

function stillAssigned(assignments: number): InputProblems {
  const message = `${assignments} ${assignments === 1 ? 'assignment names' : 'assignments name'} it: remove what is a mistake; what was true stays, and so does the task`;
  return new InputProblems('the task is not removed', [{ field: 'key', rule: 'CONFLICT', message }]);
}

function stillServed(concepts: number): InputProblems {
  const message = `${concepts} ${concepts === 1 ? 'version of a concept serves' : 'versions of concepts serve'} it: take it out of drafts; what was adopted stays, and so does the task`;
  return new InputProblems('the task is not removed', [{ field: 'key', rule: 'CONFLICT', message }]);
}

const USED = `
select
  (select count(*)::int from task_assignment where district_key = $1 and task_key = $2) as assignments,
  (select count(distinct (concept_key, number))::int from concept_task where district_key = $1 and task_key = $2) as concepts`;

const REMOVE = 'delete from district_task where district_key = $1 and key = $2';
