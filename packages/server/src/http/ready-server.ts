import type { ApolloServer } from '@apollo/server';
import type { Context } from '@kreisweit/graphql';
import type { Store } from '@kreisweit/store';
import { authenticator } from '../access/authenticator.ts';
import type { Log } from '../log.ts';
import { builtInPlugins } from '../plugins.ts';
import type { ReadyServer } from './server-phase.ts';

/** A server that is ready, with what needs no configuration: the built-in plug-ins, tokens of its own, one store for all. */
export function readyServer(
  {
    store,
    apollo,
    log,
  }: { readonly store: Store; readonly apollo: ApolloServer<Context>; readonly log: Log },
  configured: Partial<ReadyServer> = {},
): ReadyServer {
  const authenticate = authenticator({ store, issuers: [], log });
  return {
    kind: 'ready',
    store,
    writing: store,
    apollo,
    authenticate,
    plugins: builtInPlugins,
    ...configured,
  };
}
