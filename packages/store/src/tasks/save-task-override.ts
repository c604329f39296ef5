import type { Acting } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { putOne } from './put-one.ts';
import { type OwnOverride, putTaskOverrides } from './put-task-overrides.ts';
import { requireRevision } from './require-revision.ts';
import type { StoredOverride } from './stored-task.ts';
import { taskChange } from './task-change.ts';

/** How a task of the catalogue is to be in a district; `expectedRevision` is the one that was seen, 0 where it is as in the catalogue. */
export type TaskOverrideInput = {
  readonly district: string;
  readonly override: OwnOverride;
  readonly expectedRevision: number;
};

/** Saves how a task of the catalogue is in a district. Throws NotAllowed, RevisionConflict, and InputProblems with fields like `override.reason.de`. */
export async function saveTaskOverride(
  store: Store,
  acting: Acting,
  { district, override, expectedRevision }: TaskOverrideInput,
): Promise<StoredOverride> {
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_TASKS', [{ kind: 'territory', key: district }]);
    const put = await putOne('override', putTaskOverrides(rows, trx, { district, overrides: [override] }));
    const subject = { kind: 'task override', district, key: override.task } as const;
    requireRevision(subject, put.before, expectedRevision);
    return { role, change: taskChange('task.overridden', subject, put), result: put.after };
  });
}
