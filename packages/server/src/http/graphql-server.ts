import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type Context, checkCost, presentError } from '@kreisweit/graphql';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Log } from '../log.ts';
import { errorLog } from './error-log.ts';

/** Tokens of one document. The introspection of GraphiQL has some 300, so this is generous. */
const MAX_TOKENS = 5000;

/**
 * The GraphQL server: it parses, validates and executes.
 *
 * Preventing CSRF is on: a request that a foreign page could send without asking first is refused. Introspection is
 * always on, the schema is public. The two plug-ins are off because they nearly halve the throughput of large answers
 * and we neither set cache hints nor want Apollo's page, which needs the internet.
 */
export async function graphqlServer(schema: GraphQLSchema, log: Log): Promise<ApolloServer<Context>> {
  const plugins: ApolloServerPlugin<Context>[] = [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    costLimit(schema),
  ];
  const apollo = new ApolloServer<Context>({
    schema,
    plugins,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (formatted, error) => errorForClient(formatted, error, log),
    logger: { debug: log.debug, info: log.debug, warn: log.warn, error: log.error },
  });
  await apollo.start();
  return apollo;
}

/** Counts each request with its variables: validated documents are cached, so a validation rule would be skipped. */
function costLimit(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, request }) => {
        checkCost(schema, {
          document,
          operationName: request.operationName ?? null,
          variables: request.variables ?? {},
        });
      },
    }),
  };
}

const REQUEST_ERRORS: ReadonlySet<unknown> = new Set(
  Object.values(ApolloServerErrorCode).filter((code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR),
);

/** What Apollo refuses before a resolver runs is the client's to read; the rest goes by the rules of the schema. */
function errorForClient(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const ofRequest = formatted.path === undefined && REQUEST_ERRORS.has(formatted.extensions?.code);
  if (ofRequest && error instanceof GraphQLError) return formatted;
  return presentError(asGraphqlError(error), errorLog(log));
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
}
