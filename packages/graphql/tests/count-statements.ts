import type { Acting } from '@kreisweit/domain';
import { actingStore, type Store } from '@kreisweit/store';
import { createContext } from '../src/index.ts';
import { askIn, shown } from './ask.ts';

/** How many statements an answer takes: those that read, and those that ask who may. What is kept between requests is asked for before. */
export async function countStatements(
  store: Store,
  acting: Acting,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly reading: number; readonly deciding: number }> {
  await counted(store, acting, document, variables);
  return counted(store, acting, document, variables);
}

async function counted(
  store: Store,
  acting: Acting,
  document: string,
  variables: Readonly<Record<string, unknown>>,
) {
  let reading = 0;
  let deciding = 0;
  const db = store.db.withPlugin({
    transformQuery: ({ node }) => {
      reading += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const asking = actingStore(store, acting);
  const may: typeof asking.may = (action, abouts) => {
    deciding += 1;
    return asking.may(action, abouts);
  };
  const context = createContext({ db, actingStore: { ...asking, may } });
  const { errors } = await askIn(context, document, { variables });
  if (errors.length > 0) throw new Error(shown(errors));
  return { reading, deciding };
}
