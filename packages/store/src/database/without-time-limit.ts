import { type Kysely, sql } from 'kysely';

/**
 * Runs work on one connection whose statements may take as long as they need, and gives the connection back as it was: for migrations,
 * and for the wait for those of another process.
 *
 * ```ts
 * await withoutTimeLimit(db, migrate);
 * ```
 */
export async function withoutTimeLimit<Schema, Result>(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(connection);
    // What is not limited is left alone: behind a pooler, a setting would stay with a connection of others.
    if (rows[0]?.statement_timeout === '0') return work(connection);
    await sql`set statement_timeout = 0`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}
