import { type Acting, type DeliveryDeadline, shortDistrictKey } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { putDeadlines } from './put-deadlines.ts';
import type { Given, Revised } from './revised.ts';
import { changeOfPut, problemsOfOne } from './save-record.ts';

/**
 * Saves until when figures of a plug-in are to be delivered in a district. Throws NotAllowed, InputProblems (`deadline.dueOn`), and RevisionConflict where
 * somebody else was faster.
 */
export async function saveDeliveryDeadline(
  store: Store,
  acting: Acting,
  given: Given<DeliveryDeadline>,
): Promise<Revised<DeliveryDeadline>> {
  const district = shortDistrictKey(given.value.district);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
    const [put] = await problemsOfOne('deadline', putDeadlines(rows, trx, [given]));
    if (put === undefined) throw new Error('a deadline was put and is not there');
    const change = changeOfPut(put, { kind: 'deliveryDeadline', what: 'deliveryDeadline.saved' });
    return { role, change, result: put.after };
  });
}
