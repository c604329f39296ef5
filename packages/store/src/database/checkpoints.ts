import type pg from 'pg';

const EVERY_MS = 30_000;
const LIMIT_BYTES = 128 * 1024 * 1024;

/**
 * Checkpoints for the embedded engine, which has no background process: without them its write-ahead log
 * grows for ever (about 45 MB for 300,000 rows) and all of it is replayed at the next start.
 *
 * Looks every half minute, over an ordinary connection, so never inside somebody's transaction.
 *
 * @returns the end: a last checkpoint
 */
export function keepCheckpoints(pool: pg.Pool): () => Promise<void> {
  const timer = setInterval(() => {
    // A database that has ended says so to those who asked it something.
    checkpointIfDue(pool).catch(() => undefined);
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await pool.query('checkpoint');
  };
}

/** Checkpoints once the log since the last one exceeds `limit` bytes; says whether it did. */
export async function checkpointIfDue(pool: pg.Pool, limit = LIMIT_BYTES): Promise<boolean> {
  const { rows } = await pool.query<{ bytes: number }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) as bytes from pg_control_checkpoint()',
  );
  if ((rows[0]?.bytes ?? 0) < limit) return false;
  await pool.query('checkpoint');
  return true;
}
