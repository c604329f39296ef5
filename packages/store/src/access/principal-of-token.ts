import { timingSafeEqual } from 'node:crypto';
import type { Grant, Principal } from '@kreisweit/domain';
import type { Pool } from 'pg';
import type { Store } from '../open-store.ts';
import { hashOf, parseTokenText } from './token-text.ts';

type FoundToken = {
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly hash: Buffer;
  readonly valid: boolean;
  readonly due: boolean;
};

/**
 * Whom a token or one-time link, as it was sent, stands for. Null when there is none, the secret is another one, it has expired, was
 * revoked or used: which of them is told to nobody. One statement; `last_used_at` is written beside, at most once a minute.
 */
export async function principalOfToken({ database }: Store, text: string): Promise<Principal | null> {
  const token = parseTokenText(text);
  if (token === null) return null;
  const { rows } = await database.pool.query<FoundToken>(FIND, [token.id]);
  const [found] = rows;
  // Compared also where there is nothing to compare with, so that the time of an answer tells nothing.
  const isRight = timingSafeEqual(hashOf(token.text), found?.hash ?? NO_HASH);
  if (found === undefined || !isRight || !found.valid) return null;
  if (found.due) noteUse(database.pool, token.id);
  const grants = Object.freeze(found.grants.map((grant) => Object.freeze(grant)));
  return Object.freeze({ kind: token.kind, id: `${token.kind}:${token.id}`, name: found.name, grants });
}

/** The hash of no token. */
const NO_HASH = hashOf('');

const FIND = `
select k.name, k.grants, k.secret_hash as hash,
  k.revoked_at is null and k.used_at is null and k.expires_at > now() as valid,
  coalesce(k.last_used_at < now() - interval '1 minute', true) as due
from access_token k
where k.id = $1`;

/** When this process tried to note the use of a token: a database that cannot be written to is not asked again in every request. */
const noted = new WeakMap<Pool, Map<string, number>>();
const MINUTE_MS = 60_000;

/**
 * Notes that a token was used. Nobody waits for it and its failure is of no matter: the embedded database has one connection, which may be
 * busy for long, and a standby cannot be written to.
 */
function noteUse(pool: Pool, id: string): void {
  const last = noted.get(pool) ?? new Map<string, number>();
  noted.set(pool, last);
  const now = Date.now();
  if (now - (last.get(id) ?? Number.NEGATIVE_INFINITY) < MINUTE_MS) return;
  last.set(id, now);
  pool.query(NOTE_USE, [id]).catch(() => undefined);
}

const NOTE_USE = `
update access_token set last_used_at = now()
where id = $1 and coalesce(last_used_at < now() - interval '1 minute', true)`;
