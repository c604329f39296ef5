import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Store } from '../open-store.ts';
import type { VersionKind } from '../store-schema.ts';
import { abandonVersion } from './abandon-version.ts';

/** One connection that writes one data version. Nobody sees its rows before the pointer moves. */
export type Writer = {
  /** The number of the data version being built. */
  readonly version: number;
  /** Runs one statement and answers its rows. */
  readonly rows: <Row extends QueryResultRow>(
    sql: string,
    parameters?: readonly unknown[],
  ) => Promise<readonly Row[]>;
  /** Runs one statement and answers how many rows it wrote. */
  readonly run: (sql: string, parameters?: readonly unknown[]) => Promise<number>;
  /** Streams lines of COPY text into a table. */
  readonly copyIn: (
    table: string,
    columns: readonly string[],
    lines: AsyncIterable<string> | Iterable<string>,
  ) => Promise<number>;
  /**
   * Runs steps in one transaction, which is the one that is open already where there is one. Steps are kept apart so
   * that no transaction lasts as long as the whole write.
   */
  readonly transaction: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

/**
 * What the work on a version answers: its result, and `publish: false` when it wrote nothing. What atomic work wrote is
 * rolled back then.
 */
export type Written<Result> = { readonly publish: boolean; readonly result: Result };

/**
 * One session sorts and hashes a whole release, and holds it in temporary tables (their buffers can be set only once in
 * the life of a connection, so they are not reset). Compiling its few statements would cost more than it saves.
 */
const SESSION = `set temp_buffers = '128MB'; set work_mem = '128MB'; set jit = off`;

/** Any number; all writers of a database agree on it. */
const WRITER_LOCK = 1_207_003_153;

/** Writers of this process stand in line here: on the embedded database all connections are one session. */
const lines = new WeakMap<Store, Promise<unknown>>();

/**
 * Builds the next data version and publishes it.
 *
 * There is one writer at a time. The work may use many transactions: its rows carry the new version's number and
 * readers stay with the published one until a last, short transaction moves the pointer. Whatever an earlier writer
 * left behind (kill -9) is removed first; when the work throws, what it wrote is removed.
 *
 * `atomic` is for work that also changes what carries no version (which territories are the same, the demo's actors):
 * all of it and the pointer become visible at once, in one transaction, which cannot go on after a failed statement.
 */
export async function writeVersion<Result>(
  store: Store,
  about: {
    readonly kind: VersionKind;
    readonly note: string;
    readonly atomic?: boolean;
    readonly signal?: AbortSignal | undefined;
  },
  work: (writer: Writer) => Promise<Written<Result>>,
): Promise<Result> {
  const before = lines.get(store) ?? Promise.resolve();
  const turn = before.then(() => writeAlone(store, about, work));
  lines.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

async function writeAlone<Result>(
  store: Store,
  about: {
    readonly kind: string;
    readonly note: string;
    readonly atomic?: boolean;
    readonly signal?: AbortSignal | undefined;
  },
  work: (writer: Writer) => Promise<Written<Result>>,
): Promise<Result> {
  about.signal?.throwIfAborted();
  const client = await store.database.pool.connect();
  // A connection that breaks fails the statement it runs; without a listener it would also end the process.
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await lock(client, about.signal);
    await client.query(SESSION);
    const version = await beginVersion(client, about);
    const writer = writerOn(store, client, version);
    const write = async (): Promise<Result> => {
      const { publish, result } = await work(writer);
      about.signal?.throwIfAborted();
      if (publish) await publishVersion(writer);
      else if (about.atomic === true) throw new RolledBack(result);
      else await writer.run(FORGET_VERSION, [version]);
      return result;
    };
    try {
      return await (about.atomic === true ? writer.transaction(write) : write());
    } catch (error) {
      if (error instanceof RolledBack) {
        await writer.run(FORGET_VERSION, [version]);
        return error.result as Result;
      }
      // What cannot be removed now, for the connection is gone, the next writer removes.
      await abandonVersion(client).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    // A connection that failed is not given back: its session may hold the lock or staging tables.
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    await client.query('discard temp; reset work_mem; reset jit').catch(() => undefined);
    await client.query('select pg_advisory_unlock($1)', [WRITER_LOCK]).catch(() => undefined);
    // The embedded database has no other connection to give in its place.
    const dropped = store.database.kind === 'server' ? broken : undefined;
    client.release(dropped);
    // One that is dropped may report its end yet.
    if (dropped === undefined) client.off('error', ignore);
  }
}

function ignore(): void {}

const FORGET_VERSION = 'delete from data_version where version = $1';

/** Ends a transaction that shall leave nothing behind, and carries its result out of it. */
class RolledBack extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}

async function lock(client: PoolClient, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      WRITER_LOCK,
    ]);
    if (rows[0]?.locked === true) return;
    await sleep(100, undefined, signal === undefined ? {} : { signal });
  }
}

async function beginVersion(
  client: PoolClient,
  { kind, note }: { readonly kind: string; readonly note: string },
): Promise<number> {
  const { rows: building } = await client.query(`select version from data_version where state = 'building'`);
  if (building.length > 0) await abandonVersion(client);
  const { rows } = await client.query<{ version: number }>(
    `insert into data_version (version, kind, note, state)
     select version + 1, $1, $2, 'building' from published_pointer
     returning version`,
    [kind, note],
  );
  const version = rows[0]?.version;
  if (version === undefined)
    throw new Error('the table published_pointer is empty: this is no Kreisweit database');
  return version;
}

async function publishVersion(writer: Writer): Promise<void> {
  await writer.transaction(async () => {
    await writer.run(`update data_version set state = 'published', published_at = now() where version = $1`, [
      writer.version,
    ]);
    await writer.run('update published_pointer set version = $1', [writer.version]);
    await writer.run(`select pg_notify('kreisweit_data_version', $1)`, [String(writer.version)]);
  });
}

function writerOn(store: Store, client: PoolClient, version: number): Writer {
  let isOpen = false;
  return {
    version,
    rows: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
    run: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rowCount ?? 0,
    copyIn: (table, columns, lines) => store.database.copyIn(client, table, columns, lines),
    transaction: async (work) => {
      if (isOpen) return work();
      await client.query('begin');
      isOpen = true;
      try {
        const result = await work();
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        isOpen = false;
      }
    },
  };
}
