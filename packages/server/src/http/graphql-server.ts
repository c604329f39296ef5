import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type Context,
  checkRequest,
  type DocumentLimits,
  documentLimitsRule,
  LimitExceeded,
  presentError,
  statementTimeout,
} from '@kreisweit/graphql';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { defaultLimits } from '../limits/limits.ts';
import { refuseRequest } from '../limits/refuse-request.ts';
import type { Log } from '../log.ts';
import { errorLog } from './error-log.ts';

/**
 * The GraphQL server: it parses, validates and executes.
 *
 * Preventing CSRF is on: a request that a foreign page could send without asking first is refused. Introspection is
 * always on, the schema is public. The two plug-ins are off because they nearly halve the throughput of large answers
 * and we neither set cache hints nor want Apollo's page, which needs the internet.
 *
 * A request is held against its limits three times: before it is read, before it is validated (only what no variable changes, since
 * valid documents are kept), and with its variables before it is executed.
 */
export async function graphqlServer(
  schema: GraphQLSchema,
  log: Log,
  limits: DocumentLimits = defaultLimits.document,
): Promise<ApolloServer<Context>> {
  const plugins: ApolloServerPlugin<Context>[] = [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    requestLimits(schema, limits),
  ];
  const apollo = new ApolloServer<Context>({
    schema,
    plugins,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [documentLimitsRule(limits)],
    formatError: (formatted, error) => errorForClient(formatted, error, { log, limits }),
    logger: { debug: log.debug, info: log.debug, warn: log.warn, error: log.error },
  });
  await apollo.start();
  return refusingFirst(apollo, limits);
}

/** Refuses requests where Apollo asks for their context: after it has prevented CSRF, and before it reads the query. */
function refusingFirst(apollo: ApolloServer<Context>, limits: DocumentLimits): ApolloServer<Context> {
  const execute = apollo.executeHTTPGraphQLRequest.bind(apollo);
  apollo.executeHTTPGraphQLRequest = ({ httpGraphQLRequest, context }) =>
    execute({
      httpGraphQLRequest,
      context: async () => {
        refuseRequest(httpGraphQLRequest, limits);
        return context();
      },
    });
  return apollo;
}

/** Looks at each request with its variables: validated documents are cached, so a validation rule would be skipped. */
function requestLimits(schema: GraphQLSchema, limits: DocumentLimits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, request }) => {
        const { operationName = null, variables = {} } = request;
        checkRequest(schema, { document, operationName, variables }, limits);
      },
    }),
  };
}

const REQUEST_ERRORS: ReadonlySet<unknown> = new Set(
  Object.values(ApolloServerErrorCode).filter((code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR),
);

type Answering = { readonly log: Log; readonly limits: DocumentLimits };

/** What Apollo refuses before a resolver runs is the client's to read; the rest goes by the rules of the schema. */
function errorForClient(
  formatted: GraphQLFormattedError,
  error: unknown,
  { log, limits }: Answering,
): GraphQLFormattedError {
  const exceeded = limitOf(error, limits);
  if (exceeded !== null) {
    const { http: _, ...extensions } = exceeded.extensions;
    return { message: exceeded.message, extensions };
  }
  if (formatted.message === 'Validation aborted.')
    return { message: REPEATED, extensions: { code: 'QUERY_TOO_LARGE' } };
  const ofRequest = formatted.path === undefined && REQUEST_ERRORS.has(formatted.extensions?.code);
  if (ofRequest && error instanceof GraphQLError) return formatted;
  const timeout = statementTimeout(error instanceof GraphQLError ? error.originalError : error);
  if (timeout !== null) return { ...formatted, message: timeout.message, extensions: { code: timeout.code } };
  return presentError(asGraphqlError(error), errorLog(log));
}

/** The limit that an error is about, also where the parser gave up: it counts tokens, and ends where the stack does. */
function limitOf(error: unknown, { tokens, depth }: DocumentLimits): LimitExceeded | null {
  if (error instanceof LimitExceeded) return error;
  if (!(error instanceof GraphQLError)) return null;
  if (error.originalError instanceof LimitExceeded) return error.originalError;
  if (error.extensions.code !== ApolloServerErrorCode.GRAPHQL_PARSE_FAILED) return null;
  if (TOO_MANY_TOKENS.test(error.message))
    return new LimitExceeded('tokens', { asked: null, allowed: tokens });
  const { originalError } = asGraphqlError(error.originalError);
  return originalError instanceof RangeError
    ? new LimitExceeded('depth', { asked: null, allowed: depth })
    : null;
}

/** Said where graphql gives up comparing the fields of a query with one another. */
const REPEATED =
  'This query asks for the same fields so often that it takes too long to check. Ask for each of them once.';

/** Misspelt in some versions of graphql. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
}
