import type { ClientBase } from 'pg';

/** Any number; all writers of a database agree on it. */
const WRITER_LOCK = 1_207_003_153;

/**
 * Waits until this session is the one that writes. PostgreSQL keeps those who wait in the order in which they came, over
 * all processes, so that nobody is passed over for ever; a session that ends loses its turn or its place by itself.
 *
 * When the signal stops the waiting, the session may still stand in the line: end it.
 */
export async function takeTurn(client: ClientBase, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  try {
    await Promise.race([client.query('select pg_advisory_lock($1)', [WRITER_LOCK]), stopped]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Lets the next one write. */
export async function endTurn(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_unlock($1)', [WRITER_LOCK]);
}
