import type { Store } from '../open-store.ts';
import type { TakenReceipt } from './receipt.ts';

/**
 * Finishes a receipt: keeps what the delivery was answered (the status of HTTP and the body, plain JSON), for whoever sends it again.
 * Does nothing when somebody has taken the receipt over.
 */
export async function keepAnswer(
  { database }: Store,
  { identity, key, takenAt }: TakenReceipt,
  { status, answer }: { readonly status: number; readonly answer: unknown },
): Promise<void> {
  await database.pool.query(KEEP, [identity, key, takenAt, status, JSON.stringify(answer)]);
}

const KEEP = `
update delivery_receipt set status = $4, answer = $5
where identity = $1 and idempotency_key = $2 and created_at = $3 and status is null`;
