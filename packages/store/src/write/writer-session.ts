import type { ClientBase } from 'pg';
import type { Database } from '../database/database.ts';

/**
 * One session sorts and hashes a whole release, and holds it in temporary tables (their buffers can be set only once in
 * the life of a connection, so they are not reset). Compiling its few statements would cost more than it saves.
 */
const MEMORY = `set temp_buffers = '128MB'; set work_mem = '128MB'; set jit = off`;

/** What a server or a role sets to end the long queries of readers must not end a release, nor the wait for the turn. */
const LIMITS = [
  'statement_timeout',
  'transaction_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
];

const LIFT_LIMITS = `select set_config(name, '0', false) from pg_settings where name = any($1)`;

const RESTORE_LIMITS = `select set_config(name, reset_val, false) from pg_settings where name = any($1)`;

/**
 * How soon a server notices that the writer is gone: a process that was killed while a statement runs, a machine that
 * lost its power. Otherwise nobody could write until the statement ends, or for the two hours of a silent connection.
 */
const WATCH = `set client_connection_check_interval = '1s'; set tcp_keepalives_idle = '60s';
  set tcp_keepalives_interval = '10s'; set tcp_keepalives_count = 3`;

/** Prepares a connection for writing a version. */
export async function prepareSession(client: ClientBase, kind: Database['kind']): Promise<void> {
  await client.query(MEMORY);
  await client.query(LIFT_LIMITS, [LIMITS]);
  // A server on a system that cannot tell (Windows) refuses; it still notices in the end.
  if (kind === 'server') await client.query(WATCH).catch(() => undefined);
}

/** Removes what a writer left in its session, so that anybody can use the connection. */
export async function leaveSession(client: ClientBase): Promise<void> {
  await client.query('discard temp; reset work_mem; reset jit');
  await client.query(RESTORE_LIMITS, [LIMITS]);
}
