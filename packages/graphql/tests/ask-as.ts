import type { Acting } from '@kreisweit/domain';
import { type ActingStore, actingStore, type Store } from '@kreisweit/store';
import type { GraphQLSchema } from 'graphql';
import { createContext } from '../src/index.ts';
import { type Answer, askIn } from './ask.ts';

type Options = {
  readonly schema?: GraphQLSchema;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The store that acts for them, if it is not the real one. */
  readonly storeFor?: (acting: Acting) => ActingStore;
};

/** Asks as somebody, as the server does: with a store that acts for them. */
export async function askAs(
  store: Store,
  acting: Acting,
  document: string,
  { storeFor = (somebody) => actingStore(store, somebody), ...options }: Options = {},
): Promise<Answer> {
  return askIn(createContext({ db: store.db, actingStore: storeFor(acting) }), document, options);
}
