import {
  type Acting,
  type AuditedChange,
  InputProblems,
  type Json,
  shortDistrictKey,
} from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Given } from '../due/revised.ts';
import type { Store } from '../open-store.ts';
import { aboutOne } from './about-one.ts';
import { bodyAddressText } from './body-address.ts';
import type { StoredBody } from './body-row.ts';
import { type BodyInput, type PutBody, putBodies } from './put-bodies.ts';

/**
 * Saves a body of a district; what is left out stays as it is stored. Throws NotAllowed, InputProblems (fields `body.title.de`, `body.validUntil`,
 * `body.members.0.actor`), and RevisionConflict where somebody else was faster.
 */
export async function saveBody(
  store: Store,
  acting: Acting,
  given: Given<BodyInput>,
  { today }: { readonly today?: string } = {},
): Promise<StoredBody> {
  const district = shortDistrictKey(given.value.district);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'MANAGE_BODIES', [{ kind: 'territory', key: district }]);
    const [put] = await putBodies(rows, trx, { given: [given], ...(today && { today }) })
      .catch(aboutOne('the body is not saved', 'bodies', 'body.'))
      .catch(inWordsOfArguments);
    if (put === undefined) throw new RangeError('one body was put, and none came back');
    if (put.before === put.after) return { role, change: null, result: put.after };
    return { role, change: bodyChange(put), result: put.after };
  });
}

/** The days from and until which something holds are called `validFrom` and `validUntil` where they are written. */
function inWordsOfArguments(error: unknown): never {
  if (!(error instanceof InputProblems)) throw error;
  const problems = error.problems.map(({ field = '', ...problem }) => ({
    ...problem,
    field: field.replace(/\.from$/, '.validFrom').replace(/\.until$/, '.validUntil'),
  }));
  throw new InputProblems('the body is not saved', problems);
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
