import { type Acting, shortDistrictKey, type Training } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Store } from '../open-store.ts';
import { putTrainings } from './put-trainings.ts';
import type { Given, Revised } from './revised.ts';
import { changeOfPut, problemsOfOne } from './save-record.ts';

/**
 * Saves a training of a district. Throws NotAllowed, InputProblems (`training.day`), and RevisionConflict where somebody else was faster.
 */
export async function saveTraining(
  store: Store,
  acting: Acting,
  given: Given<Training>,
  { today = todayInGermany() }: { readonly today?: string } = {},
): Promise<Revised<Training>> {
  const district = shortDistrictKey(given.value.district);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
    const [put] = await problemsOfOne('training', putTrainings(rows, trx, { given: [given], today }));
    if (put === undefined) throw new Error('a training was put and is not there');
    return {
      role,
      change: changeOfPut(put, { kind: 'training', what: 'training.saved' }),
      result: put.after,
    };
  });
}
