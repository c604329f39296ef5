import { type Acting, type AuditedChange, actingOperator, type Role } from '@kreisweit/domain';
import type { Pool, PoolClient } from 'pg';
import type { Rows } from '../access/rows.ts';
import { recordChange } from '../audit/record-change.ts';
import type { Store } from '../open-store.ts';
import type { VersionKind } from '../store-schema.ts';
import { abandonVersion } from './abandon-version.ts';
import { leaveSession, prepareSession } from './writer-session.ts';
import { endTurn, takeTurn } from './writer-turn.ts';

/** One connection that writes one data version. Nobody sees its rows before the pointer moves. */
export type Writer = {
  /** The number of the data version being built. */
  readonly version: number;
  /** Runs one statement and answers its rows. */
  readonly rows: Rows;
  /** Runs one statement and answers how many rows it wrote. */
  readonly run: (sql: string, parameters?: readonly unknown[]) => Promise<number>;
  /** Streams lines of COPY text into a table. */
  readonly copyIn: (
    table: string,
    columns: readonly string[],
    lines: AsyncIterable<string> | Iterable<string>,
  ) => Promise<number>;
  /**
   * Runs steps in one transaction, or in a part of the one that is open already: when they throw, what they wrote is undone
   * and the open one goes on. Steps are kept apart so that no transaction lasts as long as the whole write.
   */
  readonly transaction: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Runs steps in one transaction, answers their result and undoes what they wrote: to see what would be. */
  readonly undone: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

/**
 * What the work on a version answers: its result, and `publish: false` when it wrote nothing. What atomic work wrote is
 * rolled back then.
 *
 * `change` is what the audit trail says of it, by default its kind and its note; `role` the one that allowed it. `closing` is run in the
 * transaction that publishes, which it can refuse by throwing.
 */
export type Written<Result> = {
  readonly publish: boolean;
  readonly result: Result;
  readonly role?: Role;
  readonly change?: AuditedChange;
  readonly closing?: (rows: Rows) => Promise<void>;
};

/** What is said of a version before it is built: its kind, a note for people, and who builds it (the operator). */
export type AboutVersion = {
  readonly kind: VersionKind;
  readonly note: string;
  readonly atomic?: boolean;
  readonly acting?: Acting | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Writers of this process stand in line here, so that those who wait leave the connections to readers. */
const lines = new WeakMap<Pool, Promise<unknown>>();

/**
 * Builds the next data version and publishes it.
 *
 * There is one writer at a time; those of all processes take turns in the order in which they came. The work may use
 * many transactions: its rows carry the new version's number and readers stay with the published one until a last, short
 * transaction moves the pointer. Whatever an earlier writer left behind (kill -9) is removed first; when the work throws,
 * what it wrote is removed.
 *
 * `atomic` is for work that also changes what carries no version (which territories are the same, the demo's actors):
 * all of it and the pointer become visible at once, in one transaction.
 */
export async function writeVersion<Result>(
  store: Store,
  about: AboutVersion,
  work: (writer: Writer) => Promise<Written<Result>>,
): Promise<Result> {
  const { pool } = store.database;
  const before = lines.get(pool) ?? Promise.resolve();
  const turn = before.then(() => writeAlone(store, about, work));
  lines.set(
    pool,
    turn.catch(() => undefined),
  );
  return turn;
}

async function writeAlone<Result>(
  store: Store,
  about: AboutVersion,
  work: (writer: Writer) => Promise<Written<Result>>,
): Promise<Result> {
  about.signal?.throwIfAborted();
  const client = await store.database.pool.connect();
  // A connection that breaks fails the statement it runs; without a listener it would also end the process.
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await prepareSession(client, store.database.kind);
    await takeTurn(client, about.signal);
    const version = await beginVersion(client, about);
    const writer = writerOn(store, client, version);
    const write = async (): Promise<Result> => {
      const written = await work(writer);
      const { publish, result } = written;
      about.signal?.throwIfAborted();
      if (publish) await publishVersion(writer, about, written);
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
    // A connection that failed is not given back: its session may hold the turn or staging tables.
    broken = asError(error);
    throw error;
  } finally {
    // The embedded database has no other connection to give in its place.
    const isServer = store.database.kind === 'server';
    const left = isServer && broken !== undefined ? broken : await leave(client);
    const dropped = isServer ? left : undefined;
    client.release(dropped);
    // One that is dropped may report its end yet.
    if (dropped === undefined) client.off('error', ignore);
  }
}

function ignore(): void {}

async function leave(client: PoolClient): Promise<Error | undefined> {
  try {
    await leaveSession(client);
    await endTurn(client);
    return undefined;
  } catch (error) {
    return asError(error);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

const FORGET_VERSION = 'delete from data_version where version = $1';

/** Ends a transaction that shall leave nothing behind, and carries its result out of it. */
class RolledBack extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
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

async function publishVersion(
  writer: Writer,
  { kind, note, acting = actingOperator }: AboutVersion,
  { role = 'ADMINISTRATOR', change, closing }: Written<unknown>,
): Promise<void> {
  const told = change ?? {
    what: `data.${kind}`,
    subject: { kind: 'dataVersion', key: String(writer.version) },
    districts: [],
    before: null,
    after: { note },
  };
  await writer.transaction(async () => {
    await closing?.(writer.rows);
    await recordChange(writer.rows, acting, role, told, writer.version);
    await writer.run(
      `update data_version set state = 'published', published_at = clock_timestamp() where version = $1`,
      [writer.version],
    );
    await writer.run('update published_pointer set version = $1', [writer.version]);
    await writer.run(`select pg_notify('kreisweit_data_version', $1)`, [String(writer.version)]);
  });
}

function writerOn(store: Store, client: PoolClient, version: number): Writer {
  let depth = 0;
  /** Runs steps between the statements of a transaction or, inside one, of a savepoint. */
  const within = async <Result>(work: () => Promise<Result>, keep: boolean): Promise<Result> => {
    const savepoint = `step_${depth}`;
    const [begin, commit, rollback] =
      depth === 0
        ? ['begin', 'commit', 'rollback']
        : [`savepoint ${savepoint}`, `release ${savepoint}`, `rollback to ${savepoint}`];
    await client.query(begin);
    depth += 1;
    try {
      const result = await work();
      await client.query(keep ? commit : rollback);
      return result;
    } catch (error) {
      await client.query(rollback);
      throw error;
    } finally {
      depth -= 1;
    }
  };
  return {
    version,
    rows: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
    run: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rowCount ?? 0,
    copyIn: (table, columns, lines) => store.database.copyIn(client, table, columns, lines),
    transaction: (work) => within(work, true),
    undone: (work) => within(work, false),
  };
}
