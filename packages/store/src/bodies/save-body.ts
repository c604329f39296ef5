import type { Acting, AuditedChange, Json } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Given } from '../due/revised.ts';
import type { Store } from '../open-store.ts';
import { aboutOne } from './about-one.ts';
import { bodyAddressText, shortDistrict } from './body-address.ts';
import type { StoredBody } from './body-row.ts';
import { type BodyInput, type PutBody, putBodies } from './put-bodies.ts';

/**
 * Saves a body of a district, with its members when they are given. Throws NotAllowed, InputProblems (fields `body.title.de`, `body.members.0.actor`), and
 * RevisionConflict where somebody else was faster.
 */
export async function saveBody(
  store: Store,
  acting: Acting,
  given: Given<BodyInput>,
  { today }: { readonly today?: string } = {},
): Promise<StoredBody> {
  const district = shortDistrict(given.value.district);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
    const [put] = await putBodies(rows, trx, { given: [given], ...(today && { today }) }).catch(
      aboutOne('the body is not saved', 'bodies', 'body.'),
    );
    if (put === undefined) throw new RangeError('one body was put, and none came back');
    if (put.before === put.after) return { role, change: null, result: put.after };
    return { role, change: bodyChange(put), result: put.after };
  });
}

function bodyChange({ before, after }: PutBody): AuditedChange {
  return {
    what: 'body.saved',
    subject: { kind: 'body', key: bodyAddressText(after) },
    districts: [after.district],
    before: told(before),
    after: told(after),
  };
}

/** Plain data already, which its type does not say. */
function told(body: StoredBody | null): Json {
  return JSON.parse(JSON.stringify(body));
}
