import type { Kysely } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { Database } from './database.ts';
import { kyselyOn } from './kysely-on.ts';
import { serverCopy } from './server-copy.ts';

const CONNECT_MS = 30_000;

/** Opens a pool on a PostgreSQL server; see `openDatabase`. */
export async function openServerDatabase(url: string, max = 10): Promise<Database> {
  const config: pg.PoolConfig = {
    connectionString: url,
    max,
    types: columnTypes,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    fallback_application_name: 'kreisweit',
  };
  const place = placeOf(config);
  const pool = new pg.Pool(config);
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const version = await versionOf(pool, place).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const kysely = kyselyOn<unknown>(pool);
  let closed: Promise<void> | undefined;
  return Object.freeze({
    kind: 'server',
    description: `PostgreSQL ${version} at ${place}`,
    pool,
    kysely: <Schema>() => kysely as Kysely<Schema>,
    copyIn: serverCopy,
    close: () => {
      closed ??= pool.end();
      return closed;
    },
  });
}

/** `host:port/database`, as the driver understands the URL: it may come partly from PG* variables. */
function placeOf(config: pg.ClientConfig): string {
  try {
    const { host, port, database } = new pg.Client(config);
    return `${host}:${port}/${database ?? ''}`;
  } catch {
    // The driver's own error may repeat the URL, and with it the password.
    throw new Error(
      'DATABASE_URL is not a URL of a PostgreSQL: expected postgres://user:password@host:5432/database, ' +
        'with special characters in the password percent-encoded.',
    );
  }
}

async function versionOf(pool: pg.Pool, place: string): Promise<string> {
  const { rows } = await pool
    .query<{ version: string; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
    )
    .catch((error: unknown) => {
      throw new Error(
        `Cannot open PostgreSQL at ${place}: ${reasonOf(error)}. Is it running, and DATABASE_URL right?`,
      );
    });
  const [row] = rows;
  if (row?.encoding !== 'UTF8') {
    throw new Error(
      `The database at ${place} is encoded in ${row?.encoding}: create it with encoding 'UTF8'.`,
    );
  }
  return row.version.split(' ')[0] ?? row.version;
}

/** A name with several addresses fails with an AggregateError that has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
