import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../open-store.ts';
import { writeVersion } from '../write/write-version.ts';

/** Takes the turn and keeps it until it is let go. */
export async function holdTurn(store: Store): Promise<() => Promise<void>> {
  const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const writing = writeVersion(store, { kind: 'rebuild', note: 'a test' }, async () => {
    begun.resolve();
    await held.promise;
    return { publish: false, result: undefined };
  });
  await Promise.race([begun.promise, writing]);
  return () => {
    held.resolve();
    return writing;
  };
}

/** The address of a store on a server. */
export function urlOf({ database }: Store): string {
  return database.pool.options.connectionString ?? '';
}

/** The sessions that wait for the turn, in any order. */
async function waiting({ database }: Store): Promise<readonly number[]> {
  const { rows } = await database.pool.query<{ pid: number }>(
    `select l.pid from pg_locks l
     join pg_database d on d.oid = l.database and d.datname = current_database()
     where l.locktype = 'advisory' and not l.granted`,
  );
  return rows.map(({ pid }) => pid);
}

/** Waits until so many sessions wait for the turn, and answers them. */
export async function untilWaiting(store: Store, sessions: number): Promise<readonly number[]> {
  for (;;) {
    const pids = await waiting(store);
    if (pids.length === sessions) return pids;
    await sleep(10);
  }
}
