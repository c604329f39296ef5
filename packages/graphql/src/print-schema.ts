import { lexicographicSortSchema, printSchema as print } from 'graphql';
import { createSchema } from './create-schema.ts';

const HEADER = '# Generated, do not edit; run: npm run generate\n\n';

/** The text of `schema/schema.graphql`: all types sorted by name, so that a change is a small diff. */
export function printSchema(): string {
  return `${HEADER}${print(lexicographicSortSchema(createSchema()))}\n`;
}
