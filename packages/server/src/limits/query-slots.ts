import { HttpLimitExceeded } from './http-limit-exceeded.ts';
import type { HttpLimits } from './limits.ts';

/** Soon enough: a query is cancelled after some seconds, and most are answered within one. */
const RETRY_AFTER = 1;

/**
 * Gives room to queries: `each` of one client at the same moment, and `all` of all together. Who finds no room is refused at once
 * instead of waiting in a queue: 429 for too many of one's own, 503 for those of others. Disposing of a room makes it free.
 */
export function querySlots({
  each,
  all: everybody,
}: HttpLimits['concurrent']): (client: string) => Disposable {
  const taken = new Map<string, number>();
  let all = 0;
  const leave = (client: string) => {
    all -= 1;
    const own = (taken.get(client) ?? 0) - 1;
    if (own > 0) taken.set(client, own);
    else taken.delete(client);
  };
  return (client) => {
    const own = taken.get(client) ?? 0;
    if (own >= each) {
      throw new HttpLimitExceeded(
        `${own} queries of yours are under way, which would be ${own + 1}; ${each} at once are allowed. Wait for some of them.`,
        {
          status: 429,
          limit: 'concurrent.each',
          asked: own + 1,
          allowed: each,
          retryAfter: RETRY_AFTER,
        },
      );
    }
    if (all >= everybody) {
      throw new HttpLimitExceeded(
        `${all} queries are under way, which would be ${all + 1}; the server answers ${everybody} at once. Try again in a moment.`,
        { status: 503, limit: 'concurrent.all', asked: all + 1, allowed: everybody, retryAfter: RETRY_AFTER },
      );
    }
    all += 1;
    taken.set(client, own + 1);
    let isFree = false;
    return {
      [Symbol.dispose]: () => {
        if (!isFree) leave(client);
        isFree = true;
      },
    };
  };
}
