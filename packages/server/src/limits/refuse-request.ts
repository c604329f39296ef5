import type { HTTPGraphQLRequest } from '@apollo/server';
import { type DocumentLimits, LimitExceeded } from '@kreisweit/graphql';
import { GraphQLError } from 'graphql';

/**
 * Refuses what can be refused before a query is read: several operations at once, which would count as one request, and a query of too
 * many lines, since each error that is told counts all lines before its place. Throws a GraphQLError.
 */
export function refuseRequest(
  { body, search }: Pick<HTTPGraphQLRequest, 'body' | 'search'>,
  limits: Pick<DocumentLimits, 'lines'>,
): void {
  if (Array.isArray(body)) {
    throw new GraphQLError(
      'One operation a request: send an object with query and variables, not a list of them.',
      {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      },
    );
  }
  const inBody = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  for (const query of [inBody, ...new URLSearchParams(search).getAll('query')]) {
    const asked = typeof query === 'string' ? linesOf(query) : 0;
    if (asked > limits.lines) throw new LimitExceeded('lines', { asked, allowed: limits.lines });
  }
}

/** As graphql counts them. */
function linesOf(text: string): number {
  return (text.match(/\r\n|[\n\r]/g)?.length ?? 0) + 1;
}
