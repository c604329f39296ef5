import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './schema/all-types.ts';

let schema: GraphQLSchema | undefined;

/** The schema: the same object for everybody, built when first asked for. Indicators are data and change nothing in it. */
export function createSchema(): GraphQLSchema {
  if (schema === undefined) {
    builder.queryType({ description: 'What can be asked.' });
    builder.mutationType({
      description:
        'What can be done. Each answers with a union: what came of it, or the error that says why nothing was done. Send an access token.',
    });
    schema = builder.toSchema();
  }
  return schema;
}
