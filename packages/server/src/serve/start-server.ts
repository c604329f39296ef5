import { createSchema } from '@kreisweit/graphql';
import { openReader, type Store } from '@kreisweit/store';
import { authenticator } from '../access/authenticator.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { databaseTargets } from '../database-target.ts';
import type { Environment } from '../environment.ts';
import { graphqlServer } from '../http/graphql-server.ts';
import { httpServer } from '../http/http-server.ts';
import type { ServerPhase } from '../http/server-phase.ts';
import type { HttpLimits } from '../limits/limits.ts';
import type { Log } from '../log.ts';
import { openWithPlugins } from '../open-kreisweit.ts';
import { type LoadedData, loadedData } from '../status/loaded-data.ts';
import { dailyRetention } from './daily-retention.ts';
import { listen } from './listen.ts';
import { prepareStore } from './prepare-store.ts';

/** A server that answers. `url` is that of the GraphQL API, `database` one line about the database in use. */
export type RunningServer = {
  readonly url: string;
  readonly database: string;
  readonly loaded: LoadedData;
  /** Takes no more requests, answers those under way, and closes the database. */
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  readonly log: Log;
  /** Ends the start. */
  readonly signal?: AbortSignal | undefined;
  /** Told what is being done, in words for people. */
  readonly onStep?: (title: string) => void;
};

/**
 * Starts the API: takes the port, opens the database, brings it up to date and fills an empty one with the demo.
 * While it does so, it answers that it is starting. What it opened is closed again when it throws.
 */
export async function startServer(
  environment: Environment,
  { log, signal, onStep = () => undefined }: StartOptions,
): Promise<RunningServer> {
  let phase: ServerPhase = { kind: 'starting' };
  const { access, limits, retention } = readConfiguration(environment.configuration);
  const http = await httpServer({ phase: () => phase, origins: environment.origins, log, limits });
  /** What is to be ended, the last one first. */
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    phase = { kind: 'stopping' };
    await http.close();
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    const url = await listen(http, environment);
    onStep('opening the database');
    const { store: writing, plugins } = await openWithPlugins(environment, log);
    ends.push(writing.close);
    await prepareStore(writing, { demo: environment.demo, signal, onStep });
    const store = await readingStore(environment, writing, { limits: limits.http, log });
    if (store !== writing) ends.push(store.close);
    const apollo = await graphqlServer(createSchema(), log, limits.document);
    ends.push(() => apollo.stop());
    const loaded = await loadedData(store);
    signal?.throwIfAborted();
    ends.push(dailyRetention(writing, retention, log));
    const authenticate = authenticator({ store: writing, issuers: access.issuers, log });
    phase = { kind: 'ready', store, writing, apollo, authenticate, plugins };
    return { url: `${url}/graphql`, database: store.database.description, loaded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The store to read from. A server gets connections of its own for that: their statements end in time, and those who write wait for nobody
 * who reads. The embedded database has one connection for all.
 */
async function readingStore(
  { database }: Environment,
  writing: Store,
  { limits, log }: { readonly limits: HttpLimits; readonly log: Log },
): Promise<Store> {
  const { read } = databaseTargets(database);
  if (read.kind !== 'server') return writing;
  const { statementTimeoutMs } = limits;
  const store = await openReader({ ...read, statementTimeoutMs });
  if (store.database.statementTimeoutMs === undefined) {
    log.warn(
      `nothing ends a statement that takes longer than ${statementTimeoutMs} ms, since what stands before the database does not pass ` +
        `that on: run "alter role ... set statement_timeout = ${statementTimeoutMs}" for the role that reads`,
    );
  }
  return store;
}
