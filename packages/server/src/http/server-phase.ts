import type { ApolloServer } from '@apollo/server';
import type { Context } from '@kreisweit/graphql';
import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import type { Store } from '@kreisweit/store';
import type { Authenticator } from '../access/authenticator.ts';

/** What answers requests: one store to read from, one to write with, who asks, and the plug-ins that files are delivered to. */
export type ReadyServer = {
  readonly kind: 'ready';
  readonly store: Store;
  readonly writing: Store;
  readonly apollo: ApolloServer<Context>;
  readonly authenticate: Authenticator;
  readonly plugins: readonly IndicatorPlugin[];
};

/**
 * Where the server is in its life. It answers HTTP from the first moment, so that a load balancer can ask; GraphQL
 * only when it is ready.
 */
export type ServerPhase = { readonly kind: 'starting' | 'stopping' } | ReadyServer;
