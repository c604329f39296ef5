import { type Generated, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../testing/engines.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { openDatabase } from './open-database.ts';

type Schema = { readonly note: { readonly id: Generated<number>; readonly text: string } };

describe.each(engines)('a database on $name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.pool.query('create table note (id int generated always as identity, text text not null)');
  });
  afterAll(() => database.close());

  const texts = async () => {
    const rows = await database.kysely<Schema>().selectFrom('note').select('text').orderBy('id').execute();
    return rows.map((row) => row.text);
  };

  test('says what it is', () => {
    expect(database.description).toMatch(
      name === 'embedded'
        ? /^embedded PostgreSQL 18\.\d+ \(PGlite\), in memory only$/
        : /^PostgreSQL 18\.\d+ at 127\.0\.0\.1:\d+\/test_\w+$/,
    );
  });

  test('the isolation level that is asked for is the one that holds', async () => {
    const level = (work: { kysely: Parameters<ReturnType<typeof sql>['execute']>[0] }) =>
      sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(work.kysely);
    const { rows } = await inTransaction(database, level, 'serializable');
    expect(rows).toEqual([{ level: 'serializable' }]);
    const byBuilder = await database
      .kysely<Schema>()
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((kysely) => level({ kysely }));
    expect(byBuilder.rows).toEqual([{ level: 'repeatable read' }]);
    expect((await inTransaction(database, level)).rows).toEqual([{ level: 'read committed' }]);
  });

  test('two clients: the other one never sees what is not committed', async () => {
    const writer = await database.pool.connect();
    await writer.query('begin');
    await writer.query(`insert into note (text) values ('draft')`);
    // On the server this answers now; the embedded engine lets it wait for the end of the transaction.
    const other = database.pool.query(`select count(*) as drafts from note where text = 'draft'`);
    await writer.query(`delete from note`);
    await writer.query('rollback');
    writer.release();
    expect((await other).rows).toEqual([{ drafts: 0 }]);
    expect(await texts()).toEqual([]);
  });

  test('many at once each get their own answer, also with large parameters', async () => {
    const long = 'x'.repeat(300_000);
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const parameter = index % 2 === 0 ? `${long}${index}` : String(index);
        const { rows } = await database.pool.query('select $1::text as answer', [parameter]);
        return rows[0].answer === parameter;
      }),
    );
    expect(answers).toEqual(answers.map(() => true));
  });

  test('a transaction commits its result or leaves nothing', async () => {
    const stored = await inTransaction<Schema, string>(database, async ({ kysely, client }) => {
      await kysely.insertInto('note').values({ text: 'by builder' }).execute();
      await client.query(`insert into note (text) values ('by driver')`);
      return 'stored';
    });
    expect(stored).toBe('stored');
    const failing = inTransaction<Schema, void>(database, async ({ kysely }) => {
      await kysely.deleteFrom('note').execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await texts()).toEqual(['by builder', 'by driver']);
  });

  test('a failed statement aborts its transaction only', async () => {
    const failing = inTransaction<Schema, void>(database, async ({ client }) => {
      await client.query('delete from note');
      await client.query('select 1/0').catch(() => undefined);
    });
    await expect(failing).rejects.toThrow();
    expect(await texts()).toHaveLength(2);
  });

  test('answers arrive while this thread stays free', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    await database.pool.query('select sum(sqrt(x)) from generate_series(1, 2000000) as x');
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
  });

  test('a dropped client gives way to a new one', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query(`insert into note (text) values ('lost')`);
    client.release(true);
    expect(await texts()).not.toContain('lost');
  });
});

describe('a database that cannot be opened', () => {
  test('is named without its password', async () => {
    const closedPort = openDatabase({ kind: 'server', url: 'postgres://kreis:s3cret@127.0.0.1:1/kreisweit' });
    await expect(closedPort).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: Cannot open PostgreSQL at 127.0.0.1:1/kreisweit: connect ECONNREFUSED 127.0.0.1:1. Is it running, and DATABASE_URL right?]`,
    );
    const badUrl = openDatabase({ kind: 'server', url: 'postgres://kreis:s3c/ret@host:port/kreisweit' });
    await expect(badUrl).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: DATABASE_URL is not a URL of a PostgreSQL: expected postgres://user:password@host:5432/database, with special characters in the password percent-encoded.]`,
    );
  });
});
