import { InputProblems, type Principal } from '@kreisweit/domain';
import type { Rows } from './rows.ts';

/**
 * Uses up the one-time link that somebody acts by, in the transaction of what it is used for; others have nothing to use up. Throws
 * InputProblems when it was used, or has ended, since the request began: of two that come at once, one waits here for the other and
 * is refused.
 */
export async function spendLink(rows: Rows, { kind, id }: Principal): Promise<void> {
  if (kind !== 'link') return;
  const spent = await rows<{ id: string }>(SPEND, [id.slice('link:'.length)]);
  if (spent.length > 0) return;
  const message = 'it works for one time, and was used already or has ended: ask who sent it for a new one';
  throw new InputProblems('the link is refused', [{ message }]);
}

const SPEND = `
update access_token set used_at = now()
where id = $1 and kind = 'link' and used_at is null and revoked_at is null and expires_at > now()
returning id`;
