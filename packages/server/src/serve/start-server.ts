import type { ApolloServer } from '@apollo/server';
import { type Context, createSchema } from '@kreisweit/graphql';
import { openStore, type Store } from '@kreisweit/store';
import { databaseTargets } from '../database-target.ts';
import type { Environment } from '../environment.ts';
import { graphqlServer } from '../http/graphql-server.ts';
import { httpServer } from '../http/http-server.ts';
import type { ServerPhase } from '../http/server-phase.ts';
import type { Log } from '../log.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import { type LoadedData, loadedData } from '../status/loaded-data.ts';
import { listen } from './listen.ts';
import { type PrepareOptions, prepareStore } from './prepare-store.ts';

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
  const http = await httpServer({ phase: () => phase, origins: environment.origins, log });
  const open: { store?: Store; apollo?: ApolloServer<Context> } = {};
  const stop = async () => {
    phase = { kind: 'stopping' };
    await http.close();
    await open.apollo?.stop();
    await open.store?.close();
  };
  try {
    const url = await listen(http, environment);
    onStep('opening the database');
    const store = await openPrepared(environment, { demo: environment.demo, signal, onStep, log });
    open.store = store;
    const apollo = await graphqlServer(createSchema(), log);
    open.apollo = apollo;
    const loaded = await loadedData(store);
    signal?.throwIfAborted();
    phase = { kind: 'ready', store, apollo };
    return { url: `${url}/graphql`, database: store.database.description, loaded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Writes with the direct connection, and opens the other one for reading where they differ. */
async function openPrepared(
  environment: Environment,
  { log, ...options }: PrepareOptions & Pick<StartOptions, 'log'>,
): Promise<Store> {
  const { read, write } = databaseTargets(environment.database);
  const store = await openKreisweit(environment, log);
  try {
    await prepareStore(store, options);
    if (read === write) return store;
  } catch (error) {
    await store.close();
    throw error;
  }
  await store.close();
  return openStore(read);
}
