import { Socket } from 'node:net';
import { relative, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { keepCheckpoints } from './checkpoints.ts';
import { columnTypes } from './column-types.ts';
import type { Database, DatabaseTarget } from './database.ts';
import { embeddedCopy } from './embedded-copy.ts';
import { takeFolder } from './embedded-folder.ts';
import { type EmbeddedThread, startEmbedded } from './embedded-thread.ts';
import { kyselyOn } from './kysely-on.ts';
import { createSocketFolder } from './socket-folder.ts';

/** Opens PostgreSQL inside this process, in a folder or in memory; see `openDatabase`. */
export async function openEmbeddedDatabase(
  target: Exclude<DatabaseTarget, { readonly kind: 'server' }>,
): Promise<Database> {
  // What was opened is closed in reverse order: here if a later step fails, else by `close`.
  await using opened = new AsyncDisposableStack();
  const folder = target.kind === 'embedded' ? await takeFolder(target.folder) : null;
  if (folder) opened.defer(folder.release);
  const socketFolder = createSocketFolder();
  opened.defer(socketFolder.remove);
  const thread = await startEmbedded({
    folder: folder?.data ?? null,
    template: folder?.isNew === false ? null : (target.template ?? null),
    socket: socketFolder.socket,
  });
  opened.defer(thread.close);
  const pool = openPool(socketFolder.path, thread);
  opened.defer(() => pool.end());
  const { rows } = await pool.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  folder?.started();
  const lastCheckpoint = keepCheckpoints(pool);
  opened.defer(() => (thread.failure() ? undefined : lastCheckpoint()));

  const kysely = kyselyOn<unknown>(pool);
  const held = opened.move();
  let closed: Promise<void> | undefined;
  return Object.freeze({
    kind: target.kind,
    description: `embedded PostgreSQL ${rows[0]?.version} (PGlite), ${placeOf(target)}`,
    pool,
    kysely: <Schema>() => kysely as Kysely<Schema>,
    copyIn: embeddedCopy(thread),
    close: () => {
      closed ??= held.disposeAsync();
      return closed;
    },
  });
}

/**
 * One connection only. The socket server takes several, but mixes their messages: between "parse" and
 * "bind" of one query it runs those of another, whose statement is then executed in its place.
 */
function openPool(socketFolder: string, thread: EmbeddedThread): pg.Pool {
  const pool = new pg.Pool({
    host: socketFolder,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    types: columnTypes,
    stream: () => connectUnless(thread.failure),
  });
  // A broken connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** A socket that says why the database ended, where connecting would only say that there is no such file. */
function connectUnless(failure: () => Error | undefined): Socket {
  const socket = new Socket();
  const reason = failure();
  if (reason) socket.connect = () => socket.destroy(reason);
  return socket;
}

function placeOf(target: Exclude<DatabaseTarget, { readonly kind: 'server' }>): string {
  if (target.kind === 'memory') return 'in memory only';
  const fromHere = relative(process.cwd(), resolve(target.folder)) || '.';
  return `folder ${fromHere.startsWith('..') ? resolve(target.folder) : fromHere}`;
}
