import type { IsolationLevel, Transaction } from 'kysely';
import type pg from 'pg';
import type { Database } from './database.ts';
import { kyselyOn } from './kysely-on.ts';

/** One transaction, usable with the query builder, with plain SQL and with COPY at the same time. */
export type DatabaseTransaction<Schema> = {
  readonly kysely: Transaction<Schema>;
  /** The connection that the transaction is open on; never end or release it. */
  readonly client: pg.PoolClient;
  /** `Database.copyIn` on `client`. */
  readonly copyIn: (
    table: string,
    columns: readonly string[],
    lines: AsyncIterable<string> | Iterable<string>,
  ) => Promise<number>;
};

/**
 * Runs `work` in a transaction: commits what it returns, rolls back what it throws.
 *
 * `isolation` is `read committed` unless given. Use only the transaction inside `work`, never the pool of
 * the same database: the embedded one has a single connection.
 *
 * ```ts
 * await inTransaction<Schema, void>(database, async ({ kysely, copyIn }) => {
 *   await sql`create temp table staging (key text, value float8) on commit drop`.execute(kysely);
 *   await copyIn('staging', ['key', 'value'], rows.map(encodeCopyRow));
 *   await sql`insert into observation ... select ... from staging`.execute(kysely);
 * });
 * ```
 */
export async function inTransaction<Schema, Result>(
  database: Database,
  work: (transaction: DatabaseTransaction<Schema>) => Promise<Result>,
  isolation: IsolationLevel = 'read committed',
): Promise<Result> {
  const client = await database.pool.connect();
  try {
    return await kyselyOn<Schema>(poolOf(client))
      .transaction()
      .setIsolationLevel(isolation)
      .execute((kysely) =>
        work({
          kysely,
          client,
          copyIn: (table, columns, lines) => database.copyIn(client, table, columns, lines),
        }),
      );
  } finally {
    // A connection whose rollback failed must not be handed to the next one.
    client.release(client.getTransactionStatus() !== 'I');
  }
}

/** A pool of the one client that is already ours: what the query builder takes and gives back is nothing. */
function poolOf(client: pg.PoolClient) {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  return { options: {}, connect: async () => borrowed, end: async () => undefined };
}
