import { servers } from '@kreisweit/store/testing';

/** A new, empty database on the test server for commands that are run one after the other. `close` removes it. */
export type CommandDatabase = {
  /** What the commands are to be run with. */
  readonly environment: { readonly DATABASE_URL: string };
  readonly close: () => Promise<void>;
};

/**
 * Makes the database. A command starts on it a second sooner than on a folder of the embedded one, which cli.test.ts
 * runs commands on.
 */
export async function commandDatabase(): Promise<CommandDatabase> {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no test server among the engines');
  const { pool, close } = await server.open();
  const { connectionString } = pool.options;
  if (connectionString === undefined) throw new Error('the test server has no address');
  return { environment: { DATABASE_URL: connectionString }, close };
}
