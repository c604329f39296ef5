import type { Kysely } from 'kysely';
import type pg from 'pg';

/**
 * Which database to open.
 *
 * - `server`: a PostgreSQL reached by its URL; `max` connections in the pool (10). `statementTimeoutMs` is how long one statement may
 *   take before the server cancels it (SQLSTATE 57014); 0, as without it, leaves that to the server. What the URL itself says of it
 *   wins. Writing a version is never cut off, nor is what `withoutTimeLimit` runs.
 * - `embedded`: PostgreSQL inside this process, its files in `folder`, held by one process at a time.
 * - `memory`: the same without files; gone after `close`.
 *
 * `template` is a saved empty database (see `saveTemplate`) to start from: about a second faster than
 * creating one, with the same result. Neither of the embedded ones can cancel a statement: they know no `statementTimeoutMs`.
 */
export type DatabaseTarget = ServerTarget | EmbeddedTarget;

export type ServerTarget = {
  readonly kind: 'server';
  readonly url: string;
  readonly max?: number;
  readonly statementTimeoutMs?: number;
};

export type EmbeddedTarget =
  | { readonly kind: 'embedded'; readonly folder: string; readonly template?: string }
  | { readonly kind: 'memory'; readonly template?: string };

/**
 * Streams rows into `table` with COPY, inside the transaction that is open on `client`.
 *
 * `lines` is COPY text as `encodeCopyRow` makes it, cut anywhere; memory stays bounded by a chunk of a
 * few megabytes. Temporary tables of the transaction can be filled, and a rollback undoes everything.
 * Do not use `client` for anything else until the promise settles.
 *
 * @returns the number of rows
 * @throws CopyError where the database refuses a row, naming line and column; whatever `lines` throws,
 *   unchanged. The transaction is aborted in both cases: roll it back.
 */
export type CopyIn = (
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  lines: AsyncIterable<string> | Iterable<string>,
) => Promise<number>;

/**
 * An open PostgreSQL, on a server or embedded: the same SQL, the same driver, the same types of values
 * (see `columnTypes`).
 *
 * The embedded one has a single connection: whoever asks `pool` for a second one waits until the first
 * is given back. So never wait for `pool` or `kysely()` while holding a client or a transaction of the
 * same database: a server would answer, the embedded one waits for ever.
 */
export type Database = {
  readonly kind: DatabaseTarget['kind'];
  /** One line for people: engine, version and place; never a password. */
  readonly description: string;
  /**
   * How long a statement of a reader may take, in milliseconds, as the database itself says. Absent where nothing ends it: on the
   * embedded one, without `statementTimeoutMs`, and behind a pooler that does not pass it on.
   */
  readonly statementTimeoutMs?: number;
  readonly pool: pg.Pool;
  /** The query builder over `pool`. Never call its `destroy`: `close` ends the pool. */
  readonly kysely: <Schema>() => Kysely<Schema>;
  readonly copyIn: CopyIn;
  /** Waits for the clients in use, ends all connections and writes everything to disk. May be called twice. */
  readonly close: () => Promise<void>;
};
