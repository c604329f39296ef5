import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../database/open-database.ts';
import { type Store, storeOn } from '../open-store.ts';

/**
 * A copy of a whole store on the server, in a database of its own: sooner made than filled again. Nobody may use the
 * original meanwhile. Close the copy in the end, which also removes it.
 */
export async function copiedStore({ database }: Store): Promise<Store> {
  const url = new URL(database.pool.options.connectionString ?? '');
  const original = url.pathname.slice(1);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administer = async (...statements: readonly string[]) => {
    url.pathname = '/postgres';
    const client = new pg.Client(url.href);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await administer(
    // Its pool keeps connections, with which it cannot be copied.
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '${original}'`,
    `create database ${name} template ${original}`,
  );
  url.pathname = `/${name}`;
  const store = await storeOn(await openDatabase({ kind: 'server', url: url.href }));
  return {
    ...store,
    close: async () => {
      await store.close();
      await administer(`drop database ${name} with (force)`);
    },
  };
}
