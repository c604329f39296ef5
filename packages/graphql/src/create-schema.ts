import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './schema/all-types.ts';

let schema: GraphQLSchema | undefined;

/** The schema: the same object for everybody, built when first asked for. Indicators are data and change nothing in it. */
export function createSchema(): GraphQLSchema {
  if (schema === undefined) {
    builder.queryType({ description: 'What can be asked.' });
    schema = builder.toSchema();
  }
  return schema;
}
