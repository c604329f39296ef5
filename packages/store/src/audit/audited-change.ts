import type { Acting, AuditedChange, Role } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { endedToken, spendLink } from '../access/spend-link.ts';
import { againAfterDeadlock } from '../database/again-after-deadlock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { recordChange } from './record-change.ts';

/** What somebody did: the role that allowed it, and what the audit trail is to say; null where all was so already. */
export type Done<Result> = {
  readonly role: Role;
  readonly change: AuditedChange | null;
  readonly result: Result;
};

/**
 * Makes a change that needs no data version, and its entry in the audit trail, in one transaction: neither is ever there without the
 * other. Work that the database ended because two waited for each other is done again. A one-time link is used up by it, and an access token that was taken away meanwhile changes nothing. The work asks `requireAllowed` before it writes; `rows` and `trx` are the same transaction, in plain SQL and for the query builder. Throws what the work throws, with nothing changed.
 */
export async function auditedChange<Result>(
  store: Store,
  acting: Acting,
  work: (rows: Rows, trx: Kysely<StoreSchema>) => Promise<Done<Result>>,
): Promise<Result> {
  return againAfterDeadlock(() => changed(store, acting, work));
}

async function changed<Result>(
  store: Store,
  acting: Acting,
  work: (rows: Rows, trx: Kysely<StoreSchema>) => Promise<Done<Result>>,
): Promise<Result> {
  return inTransaction<StoreSchema, Result>(store.database, async ({ client, kysely }) => {
    const rows: Rows = async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows;
    // Asked before: a token may be what the change takes away.
    const ended = await endedToken(rows, acting.principal);
    const { role, change, result } = await work(rows, kysely);
    if (change === null) return result;
    if (ended !== null) throw ended;
    if (acting.principal.kind === 'link') await spendLink(rows, acting.principal);
    await recordChange(rows, acting, role, change, null);
    return result;
  });
}
