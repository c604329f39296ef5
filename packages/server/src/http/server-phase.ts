import type { ApolloServer } from '@apollo/server';
import type { Context } from '@kreisweit/graphql';
import type { Store } from '@kreisweit/store';

/**
 * Where the server is in its life. It answers HTTP from the first moment, so that a load balancer can ask; GraphQL
 * only when it is ready.
 */
export type ServerPhase =
  | { readonly kind: 'starting' | 'stopping' }
  | { readonly kind: 'ready'; readonly store: Store; readonly apollo: ApolloServer<Context> };
