import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedTemplate } from '../testing/embedded-template.ts';
import { checkpointIfDue } from './checkpoints.ts';
import { openDatabase } from './open-database.ts';

let template: string;
let parent: string;
beforeAll(async () => {
  template = await embeddedTemplate();
  parent = mkdtempSync(join(tmpdir(), 'kreisweit-test-embedded-'));
});
afterAll(() => rmSync(parent, { recursive: true }));

const notes = 'select text from note order by text';

describe('a folder', () => {
  test('keeps what was committed, and is left tidy', async () => {
    const folder = join(parent, 'deep', 'folder');
    const first = await openDatabase({ kind: 'embedded', folder, template });
    expect(first.description).toMatch(/^embedded PostgreSQL 18\.\d+ \(PGlite\), folder .*deep\/folder$/);
    const socketFolder = first.pool.options.host ?? '';
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
    await first.pool.query(`create table note (text text); insert into note values ('kept')`);
    const closing = first.close();
    await first.close();
    await closing;
    expect(existsSync(socketFolder)).toBe(false);
    expect(readdirSync(folder)).toEqual(['postgres']);
    await expect(first.pool.query('select 1')).rejects.toThrow();

    const second = await openDatabase({ kind: 'embedded', folder, template });
    expect((await second.pool.query(notes)).rows).toEqual([{ text: 'kept' }]);
    await second.close();
  });

  test('has one process at a time; after kill -9 the next one finds exactly what was committed', async () => {
    const folder = join(parent, 'killed');
    const writer = await startWriter(folder);
    await expect(openDatabase({ kind: 'embedded', folder })).rejects.toThrow(
      `The folder ${folder} is in use by process ${writer.pid} (`,
    );
    writer.kill('SIGKILL');
    await once(writer, 'exit');

    const database = await openDatabase({ kind: 'embedded', folder });
    const { rows } = await database.pool.query(
      'select text, count(*) as n from note group by text order by text',
    );
    expect(rows).toEqual([
      { text: 'committed by copy', n: 20_000 },
      { text: 'committed last', n: 1 },
    ]);
    await database.close();
  });

  test('whose first start was interrupted begins anew', async () => {
    const folder = join(parent, 'interrupted');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n');
    writeFileSync(join(folder, 'first-start'), '');
    const database = await openDatabase({ kind: 'embedded', folder, template });
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
    expect(readdirSync(folder)).toEqual(['postgres']);
  });

  test('with damaged files says so, leaves them alone and is free again', async () => {
    const folder = join(parent, 'damaged');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n');
    await expect(openDatabase({ kind: 'embedded', folder })).rejects.toThrow(
      /^Cannot start the embedded database in .*damaged\/postgres: .*postgresql\.conf/,
    );
    expect(readdirSync(folder)).toEqual(['postgres']);
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION']);
  });
});

describe('in memory', () => {
  test('the log of changes is checkpointed once it has grown', async () => {
    const database = await openDatabase({ kind: 'memory', template });
    await database.pool.query(
      `create table note as select repeat('x', 100) as text from generate_series(1, 20000)`,
    );
    expect(await checkpointIfDue(database.pool, 2 ** 30)).toBe(false);
    expect(await checkpointIfDue(database.pool, 2 ** 20)).toBe(true);
    expect(await checkpointIfDue(database.pool, 2 ** 20)).toBe(false);
    await database.close();
  });

  test('a statement that PostgreSQL cannot survive fails, and so does everything after, instead of hanging', async () => {
    const database = await openDatabase({ kind: 'memory', template });
    await expect(database.pool.query(`select ${'1+'.repeat(20_000)}1`)).rejects.toThrow();
    await expect(database.pool.query('select 1')).rejects.toThrow(
      'The embedded database ended: Maximum call stack size exceeded. Start the program again',
    );
    await database.close();
  });
});

/** Another process that has committed some rows and is in the middle of a transaction with more. */
async function startWriter(folder: string): Promise<ChildProcess> {
  const imported = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const program = `
    import { inTransaction } from ${imported('./in-transaction.ts')};
    import { openDatabase } from ${imported('./open-database.ts')};
    const database = await openDatabase(${JSON.stringify({ kind: 'embedded', folder, template })});
    await database.pool.query('create table note (text text)');
    await inTransaction(database, ({ copyIn }) =>
      copyIn('note', ['text'], Array.from({ length: 20_000 }, () => 'committed by copy\\n')));
    await database.pool.query("insert into note values ('committed last')");
    await inTransaction(database, async ({ client, copyIn }) => {
      await client.query("insert into note values ('not committed')");
      await copyIn('note', ['text'], ['not committed either\\n']);
      console.log('ready');
      await new Promise(() => {});
    });`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Killed as it will be, it cannot remove the folder of its socket: that goes with ours.
    env: { ...process.env, TMPDIR: parent },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') return child;
  }
  throw new Error('The writing process ended before it had written.');
}
