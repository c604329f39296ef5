import type { Kysely } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { Database, ServerTarget } from './database.ts';
import { kyselyOn } from './kysely-on.ts';
import { serverCopy } from './server-copy.ts';

const CONNECT_MS = 30_000;

/** What a server says of itself; `statementTimeoutMs` is 0 where nothing ends a statement. */
type ServerFacts = {
  readonly version: string;
  readonly encoding: string;
  readonly statementTimeoutMs: number;
};

/** Opens a pool on a PostgreSQL server; see `openDatabase`. */
export async function openServerDatabase({
  url,
  max = 10,
  statementTimeoutMs: asked = 0,
}: Omit<ServerTarget, 'kind'>): Promise<Database> {
  const config: pg.PoolConfig = {
    connectionString: url,
    max,
    types: columnTypes,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    fallback_application_name: 'kreisweit',
    // Sent while connecting, so that it holds for every reader, costs no statement, and is what `reset` returns to.
    ...(asked > 0 && { statement_timeout: asked }),
  };
  const place = placeOf(config);
  const { pool, version, statementTimeoutMs } = await openPool(config, place);
  const kysely = kyselyOn<unknown>(pool);
  let closed: Promise<void> | undefined;
  return Object.freeze({
    kind: 'server',
    description: `PostgreSQL ${version} at ${place}`,
    ...(statementTimeoutMs > 0 && { statementTimeoutMs }),
    pool,
    kysely: <Schema>() => kysely as Kysely<Schema>,
    copyIn: serverCopy,
    close: () => {
      closed ??= pool.end();
      return closed;
    },
  });
}

/** A pool that answers, and what is behind it. Where it does not answer, nothing is left open. */
async function openPool(
  config: pg.PoolConfig,
  place: string,
): Promise<ServerFacts & { readonly pool: pg.Pool }> {
  const pool = new pg.Pool(config);
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    return { pool, ...(await factsOf(pool, place)) };
  } catch (error) {
    await pool.end();
    const { statement_timeout: timeout, ...withoutTimeout } = config;
    if (timeout !== undefined && isRefusedByPooler(error)) return openPool(withoutTimeout, place);
    throw error;
  }
}

/**
 * PgBouncer takes no connection that asks for a setting it does not know; without it, it takes the connection. To set it later with a
 * statement would be worse than to do without: in transaction mode it would stay with a connection that others get next.
 */
function isRefusedByPooler(error: unknown): boolean {
  return error instanceof Error && /unsupported startup parameter.*statement_timeout/.test(error.message);
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

async function factsOf(pool: pg.Pool, place: string): Promise<ServerFacts> {
  const { rows } = await pool
    .query<ServerFacts>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
              current_setting('server_encoding') as encoding,
              (select setting::int4 from pg_settings where name = 'statement_timeout') as "statementTimeoutMs"`,
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
  return row;
}

/** A name with several addresses fails with an AggregateError that has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
