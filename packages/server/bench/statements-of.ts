import { createContext, createSchema } from '@kreisweit/graphql';
import { openStore } from '@kreisweit/store';
import { graphql } from 'graphql';

/**
 * How many SQL statements each of the documents takes over the database of the URL given, warm: each is executed once
 * before it is counted. Throws when an answer holds errors.
 */
export async function statementsOf(url: string, documents: readonly string[]): Promise<readonly number[]> {
  const store = await openStore({ kind: 'server', url });
  try {
    let statements = 0;
    const db = store.db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const schema = createSchema();
    const run = async (source: string): Promise<number> => {
      statements = 0;
      const { errors } = await graphql({ schema, source, contextValue: createContext({ db }) });
      if (errors !== undefined) throw new AggregateError(errors, `${source} was answered with errors`);
      return statements;
    };
    const counts: number[] = [];
    for (const document of documents) {
      await run(document);
      counts.push(await run(document));
    }
    return counts;
  } finally {
    await store.close();
  }
}
