import { InputProblems, type Principal } from '@kreisweit/domain';
import type { Rows } from './rows.ts';

/**
 * Uses somebody's access in the transaction of what it is used for. A one-time link is used up: of two that come at once, one waits here for the
 * other and is refused. A token must still be one: it may have been taken away while a file was read. Throws InputProblems.
 */
export async function spendLink(rows: Rows, { kind, id }: Principal): Promise<void> {
  if (kind !== 'link' && kind !== 'token') return;
  if (kind === 'token') {
    const ended = await endedToken(rows, { kind, id });
    if (ended !== null) throw ended;
    return;
  }
  const spent = await rows<{ id: string }>(SPEND, [id.slice(kind.length + 1)]);
  if (spent.length > 0) return;
  const message = 'it works for one time, and was used already or has ended: ask who sent it for a new one';
  throw new InputProblems('the link is refused', [{ message }]);
}

/** Why a token is none any more; null for one that still is, and for whoever came in otherwise. */
export async function endedToken(
  rows: Rows,
  { kind, id }: Pick<Principal, 'kind' | 'id'>,
): Promise<InputProblems | null> {
  if (kind !== 'token') return null;
  const still = await rows<{ id: string }>(STILL, [id.slice(kind.length + 1)]);
  return still.length > 0 ? null : new InputProblems('nothing was changed', [{ message: ENDED }]);
}

const ENDED = 'the access token was taken away or has ended since: ask who gave it for a new one';

const STILL = `
select id from access_token where id = $1 and kind = 'token' and revoked_at is null and expires_at > now()`;

const SPEND = `
update access_token set used_at = now()
where id = $1 and kind = 'link' and used_at is null and revoked_at is null and expires_at > now()
returning id`;
