import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../testing/engines.ts';
import { CopyError } from './copy-error.ts';
import { encodeCopyRow } from './copy-text.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';

describe.each(engines)('copyIn on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.pool.query('create table fact (id int not null, label text, value float8)');
  });
  afterAll(() => database.close());

  const columns = ['id', 'label', 'value'];
  const count = async () => (await database.pool.query('select count(*) as n from fact')).rows[0].n;
  const copy = (lines: Iterable<string> | AsyncIterable<string>) =>
    inTransaction(database, ({ copyIn }) => copyIn('fact', columns, lines));
  function* rows(length: number) {
    for (let id = 1; id <= length; id++)
      yield encodeCopyRow([id, id % 7 === 0 ? null : `Landkreis ${id % 400}`, id / 8]);
  }

  test('fills a temporary table of its transaction; rollback undoes all', async () => {
    const work = inTransaction(database, async ({ client, copyIn }) => {
      await client.query('create temp table staging (id int, label text, value float8) on commit drop');
      expect(await copyIn('staging', columns, rows(3))).toBe(3);
      await client.query('insert into fact select * from staging');
      const inside = await client.query('select * from fact order by id');
      expect(inside.rows).toEqual([
        { id: 1, label: 'Landkreis 1', value: 0.125 },
        { id: 2, label: 'Landkreis 2', value: 0.25 },
        { id: 3, label: 'Landkreis 3', value: 0.375 },
      ]);
      throw new Error('roll back');
    });
    await expect(work).rejects.toThrow('roll back');
    expect(await count()).toBe(0);
    await expect(database.pool.query('select * from staging')).rejects.toThrow('does not exist');
  });

  test('loads 100,000 rows in chunks', async () => {
    await expect(
      inTransaction(database, async ({ client, copyIn }) => {
        expect(await copyIn('fact', columns, rows(100_000))).toBe(100_000);
        const { rows: sums } = await client.query(
          'select count(*) as n, sum(id) as ids, count(label) as labels from fact',
        );
        expect(sums).toEqual([{ n: 100_000, ids: 5_000_050_000, labels: 100_000 - 14_285 }]);
        throw new Error('roll back');
      }),
    ).rejects.toThrow('roll back');
  });

  test('takes text cut anywhere', async () => {
    const text = [...rows(2000)].join('');
    async function* pieces() {
      for (let start = 0; start < text.length; start += 37) yield text.slice(start, start + 37);
    }
    await expect(
      inTransaction(database, async ({ copyIn }) => {
        expect(await copyIn('fact', columns, pieces())).toBe(2000);
        expect(await copyIn('fact', columns, [])).toBe(0);
        throw new Error('roll back');
      }),
    ).rejects.toThrow('roll back');
  });

  test('a refused row is named by line and column, and nothing stays', async () => {
    const error = await copy(['1\ta\t0.5\n2\tb\t1\n', '3\tc\tviel\n4\td\t2\n']).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(CopyError);
    expect(error).toMatchObject({ table: 'fact', line: 3, column: 'value', code: '22P02' });
    expect(String(error)).toBe(
      'CopyError: Cannot copy into fact, line 3, column value: invalid input syntax for type double precision: "viel"',
    );
    expect(await copy(['1\ta\n']).catch(String)).toBe(
      'CopyError: Cannot copy into fact, line 1: missing data for column "value"',
    );
    expect(await count()).toBe(0);
  });

  test('the line counts across chunks', async () => {
    const wide = 'x'.repeat(1000);
    function* lines() {
      for (let id = 1; id <= 10_000; id++) yield encodeCopyRow([id === 9_000 ? null : id, wide, 1]);
    }
    await expect(copy(lines())).rejects.toMatchObject({ line: 9_000, code: '23502' });
    expect(await count()).toBe(0);
  });

  test('an error of the source ends the copy and arrives unchanged', async () => {
    const broken = new Error('the file ends in the middle');
    async function* lines() {
      yield* rows(50_000);
      throw broken;
    }
    await expect(copy(lines())).rejects.toBe(broken);
    expect(await count()).toBe(0);
  });

  test('an error ends the source', async () => {
    let ended = false;
    function* lines() {
      try {
        yield 'not a number\ta\t1\n';
        for (;;) yield encodeCopyRow([1, 'x'.repeat(1000), 1]);
      } finally {
        ended = true;
      }
    }
    await expect(copy(lines())).rejects.toMatchObject({ line: 1, column: 'id' });
    expect(ended).toBe(true);
  });

  test('a table that does not exist is an error even without rows', async () => {
    const work = inTransaction(database, ({ copyIn }) => copyIn('nowhere', ['id'], []));
    await expect(work).rejects.toThrow('Cannot copy into nowhere: relation "nowhere" does not exist');
  });

  test('refuses a client without a transaction', async () => {
    const client = await database.pool.connect();
    try {
      await expect(database.copyIn(client, 'fact', columns, rows(1))).rejects.toThrow(
        'needs an open transaction',
      );
    } finally {
      client.release();
    }
    expect(await count()).toBe(0);
  });

  test('what encodeCopyRow writes is what comes back', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', '').toWellFormed()),
      fc.string({ unit: fc.constantFrom('\t', '\n', '\r', '\\', 'N', '.', 't', 'ä', '🏡', '"', '') }),
    );
    const value = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
    const row = fc.tuple(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.option(text), fc.option(value));
    await inTransaction(database, async ({ client, copyIn }) => {
      await client.query(
        'create temp table trip (place int, id int, label text, value float8) on commit drop',
      );
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (written) => {
          await client.query('truncate trip');
          await copyIn(
            'trip',
            ['place', ...columns],
            written.map((values, place) => encodeCopyRow([place, ...values])),
          );
          const { rows: read } = await client.query('select id, label, value from trip order by place');
          expect(read).toEqual(written.map(([id, label, number]) => ({ id, label, value: number })));
        }),
        { numRuns: 60 },
      );
    });
  });
});
