import { GraphQLError, type GraphQLSchema } from 'graphql';
import { type CostRequest, queryCost } from './query-cost.ts';

/** Allows all districts with twenty series each, or the municipalities of Germany in one cross-section. */
export const LARGEST_COST = 100_000;

/**
 * Refuses a request that would cost too much, before it is executed: throws a GraphQLError (QUERY_TOO_EXPENSIVE). Ask
 * for every request, with its variables.
 */
export function checkCost(schema: GraphQLSchema, request: CostRequest, limit: number = LARGEST_COST): void {
  const cost = queryCost(schema, request);
  if (cost <= limit) return;
  throw new GraphQLError(
    `This query may answer up to ${cost} fields; ${limit} are allowed. Ask for smaller pages (first:), fewer levels at ` +
      'once, the packed lists of a series instead of its points, or a crossSection instead of many series.',
    { extensions: { code: 'QUERY_TOO_EXPENSIVE', cost, limit } },
  );
}
