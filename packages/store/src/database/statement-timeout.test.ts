import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migration/migrate.ts';
import { type Store, storeOn } from '../open-store.ts';
import { engines, servers } from '../testing/index.ts';
import { urlOf } from '../testing/writer-line.ts';
import { writeVersion } from '../write/write-version.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open-database.ts';
import { withoutTimeLimit } from './without-time-limit.ts';

const [server] = servers;
if (server === undefined) throw new Error('these tests need a PostgreSQL');

const LIMIT_MS = 300;
const LONGER = 'select pg_sleep(0.5)';
const CANCELLED = { code: '57014' };

let unlimited: Store;
let limited: Store;
beforeAll(async () => {
  unlimited = await storeOn(await server.open());
  limited = await storeOn(
    await openDatabase({ kind: 'server', url: urlOf(unlimited), max: 2, statementTimeoutMs: LIMIT_MS }),
  );
});
afterAll(async () => {
  await limited.close();
  await unlimited.close();
});

const timeoutOf = async ({ pool }: Database) =>
  (await pool.query('show statement_timeout')).rows[0]?.statement_timeout;

test('a reader is cancelled, on every connection of the pool, and can go on', async () => {
  expect(limited.database.statementTimeoutMs).toBe(LIMIT_MS);
  const { pool } = limited.database;
  const both = await Promise.allSettled([pool.query(LONGER), pool.query(LONGER)]);
  expect(both.map((each) => each.status === 'rejected' && each.reason)).toEqual([
    expect.objectContaining(CANCELLED),
    expect.objectContaining(CANCELLED),
  ]);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a writer is not, and gives back a connection that is limited again', async () => {
  const written = writeVersion(limited, { kind: 'rebuild', note: 'a test' }, async (writer) => {
    await writer.rows(LONGER);
    return { publish: false, result: 'written' };
  });
  expect(await written).toBe('written');
  expect(await timeoutOf(limited.database)).toBe(`${LIMIT_MS}ms`);
  await expect(limited.database.pool.query(LONGER)).rejects.toMatchObject(CANCELLED);
});

test('migrations are not, nor their wait for those of another process', async () => {
  const ADVISORY_LOCK_OF_MIGRATIONS = '3853314791062309107';
  const other = await unlimited.database.pool.connect();
  await other.query('select pg_advisory_lock($1)', [ADVISORY_LOCK_OF_MIGRATIONS]);
  const migrating = withoutTimeLimit(limited.db, migrate);
  await other.query(LONGER);
  await other.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK_OF_MIGRATIONS]);
  other.release();
  expect(await migrating).toEqual([]);
  expect(await timeoutOf(limited.database)).toBe(`${LIMIT_MS}ms`);
});

test('an empty database is migrated on one limited connection', async () => {
  const empty = await server.open();
  const url = empty.pool.options.connectionString ?? '';
  const database = await openDatabase({ kind: 'server', url, max: 1, statementTimeoutMs: LIMIT_MS });
  expect(await withoutTimeLimit(database.kysely<unknown>(), migrate)).toContain('0001_create_tables');
  expect(await timeoutOf(database)).toBe(`${LIMIT_MS}ms`);
  await database.close();
  await empty.close();
});

test('work that fails leaves the limit as it was, and its error as it is', async () => {
  const failing = withoutTimeLimit(limited.db, async (db) => {
    expect(db).toBeInstanceOf(Kysely);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await timeoutOf(limited.database)).toBe(`${LIMIT_MS}ms`);
});

test('nothing is limited that was not asked to be, and the URL itself wins', async () => {
  expect(unlimited.database.statementTimeoutMs).toBeUndefined();
  expect(await timeoutOf(unlimited.database)).toBe('0');
  const url = `${urlOf(unlimited)}?statement_timeout=2000`;
  const database = await openDatabase({ kind: 'server', url, max: 1, statementTimeoutMs: LIMIT_MS });
  expect(database.statementTimeoutMs).toBe(2000);
  await database.close();
});

test('the embedded one says that nothing ends a statement', async () => {
  const [embedded] = engines;
  if (embedded === undefined) throw new Error('there is an embedded engine');
  const database = await embedded.open();
  expect(database.statementTimeoutMs).toBeUndefined();
  await database.close();
});
