import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import type { TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly kreisweitTestServer: TestServer;
  }
}

/** A kind of database that the same tests run on. */
export type Engine = {
  readonly name: 'embedded' | 'postgres';
  /** A new, empty database. Close it in the end, which also removes it. */
  readonly open: () => Promise<Database>;
};

/**
 * Both engines: PGlite in memory, and a real PostgreSQL server that runs as long as the test run.
 *
 * The vitest configuration of the package must name `postgres-server.ts` as its `globalSetup`.
 *
 * ```ts
 * describe.each(engines)('observations on $name', ({ open }) => {
 *   let database: Database;
 *   beforeAll(async () => { database = await open(); });
 *   afterAll(() => database.close());
 * ```
 */
export const engines: readonly Engine[] = Object.freeze([
  { name: 'embedded', open: openInMemory },
  { name: 'postgres', open: openOnServer },
] satisfies Engine[]);

/**
 * The server alone, for laws that need many rounds and for the whole country: the embedded engine runs the same
 * PostgreSQL several times slower, and what it answers is tested on small countries.
 */
export const servers: readonly Engine[] = Object.freeze(engines.filter(({ name }) => name === 'postgres'));

/**
 * The server, and with `KREISWEIT_TEST_ENGINES=all` the embedded engine too: for long tests of what SQL means, which is the
 * same on both. What differs (types, copying, waiting, folders) is always tested on both.
 */
export const askedEngines: readonly Engine[] =
  process.env.KREISWEIT_TEST_ENGINES === 'all' ? engines : servers;

function testServer(): TestServer {
  const server: TestServer | undefined = inject('kreisweitTestServer');
  if (server) return server;
  throw new Error(
    "These tests need a PostgreSQL: name store's src/testing/postgres-server.ts as globalSetup in this package's vitest.config.ts.",
  );
}

async function openInMemory(): Promise<Database> {
  return openDatabase({ kind: 'memory', template: testServer().template });
}

async function openOnServer(): Promise<Database> {
  const { url } = testServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `create database ${name}`);
  const database = await openDatabase({ kind: 'server', url: `${url}/${name}` });
  return Object.freeze({
    ...database,
    close: async () => {
      await database.close();
      await administer(url, `drop database if exists ${name} with (force)`);
    },
  });
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(`${url}/postgres`);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
