import type { Store } from '../open-store.ts';
import type { TakenReceipt } from './receipt.ts';

/** Gives up a receipt whose delivery came to nothing, so that it can be tried again under the same key. */
export async function giveUpReceipt(
  { database }: Store,
  { identity, key, takenAt }: TakenReceipt,
): Promise<void> {
  await database.pool.query(GIVE_UP, [identity, key, takenAt]);
}

const GIVE_UP = `
delete from delivery_receipt
where identity = $1 and idempotency_key = $2 and created_at = $3 and status is null`;
