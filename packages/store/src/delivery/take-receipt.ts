import type { Store } from '../open-store.ts';
import type { Receipt, ReceiptRequest } from './receipt.ts';

/**
 * Takes the receipt of a delivery, so that nobody else makes the same one, or says what is known of it. Of two that ask at once one gets it.
 *
 * A receipt that was never finished, as after a crash, is taken over when it is older than an hour: the largest delivery is done within
 * minutes, also when it has to wait for imports before it, and who tries again after a failure is not held up for a day. Taken
 * over too early it does no harm: the store takes in the same file only once.
 */
export async function takeReceipt(
  { database }: Store,
  { identity, key, requestHash }: ReceiptRequest,
): Promise<Receipt> {
  const { rows: taken } = await database.pool.query<{ taken_at: string }>(TAKE, [identity, key, requestHash]);
  const takenAt = taken[0]?.taken_at;
  if (takenAt !== undefined) return { state: 'TAKEN', receipt: { identity, key, takenAt } };
  const { rows } = await database.pool.query<Known>(KNOWN, [identity, key]);
  const known = rows[0];
  // Whoever had it has just given it up.
  if (known === undefined) return { state: 'IN_PROGRESS' };
  if (known.request_hash !== requestHash) return { state: 'OTHER_REQUEST' };
  if (known.status === null) return { state: 'IN_PROGRESS' };
  return { state: 'ANSWERED', status: known.status, answer: known.answer };
}

type Known = {
  readonly request_hash: string;
  readonly status: number | null;
  readonly answer: unknown;
};

const TAKE = `
insert into delivery_receipt as r (identity, idempotency_key, request_hash, created_at)
values ($1, $2, $3, clock_timestamp())
on conflict (identity, idempotency_key) do update set created_at = clock_timestamp()
where r.request_hash = excluded.request_hash and r.status is null
  and r.created_at < clock_timestamp() - interval '1 hour'
returning r.created_at as taken_at`;

const KNOWN = `
select request_hash, status, answer from delivery_receipt where identity = $1 and idempotency_key = $2`;
