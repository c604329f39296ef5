import { comeBackIn, refused } from './refused.ts';

/** Room for one delivery; disposing of it makes room for the next. */
export type DeliverySlot = Disposable;

/** Who wants to deliver, and under which key of idempotency; null without one. */
export type Claim = { readonly identity: string; readonly key: string | null };

/**
 * Gives room to deliveries: one of an identity at a time, and `atOnce` of all, since each takes the database for seconds and space
 * for its file. Who gets none is refused: 409 when the same delivery is under way, 429 when another of the same identity is, 503
 * when it is others that are.
 */
export function deliverySlots(atOnce: number): (claim: Claim) => DeliverySlot {
  const taken = new Map<string, Claim>();
  return (claim) => {
    const own = taken.get(claim.identity);
    if (own !== undefined && own.key !== null && own.key === claim.key) throw sameUnderWay();
    if (own !== undefined) {
      const message = 'another delivery with this access is under way: send one after the other';
      throw refused(429, message, comeBackIn(5));
    }
    if (taken.size >= atOnce) {
      const message = `${taken.size} deliveries of others are under way: try again in some seconds`;
      throw refused(503, message, comeBackIn(10));
    }
    taken.set(claim.identity, claim);
    return { [Symbol.dispose]: () => void taken.delete(claim.identity) };
  };
}

/** What somebody is told who sends a delivery again before it is done. */
export function sameUnderWay() {
  const message = 'this very delivery is under way: ask again in some seconds for what came of it';
  return refused(409, message, { field: 'Idempotency-Key', ...comeBackIn(5) });
}
