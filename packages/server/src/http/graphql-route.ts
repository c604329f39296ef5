import { HeaderMap } from '@apollo/server';
import type { Acting } from '@kreisweit/domain';
import { createContext, type ErrorLog } from '@kreisweit/graphql';
import { actingStore } from '@kreisweit/store';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { IssuerUnavailable } from '../access/issuer-unavailable.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import type { RequestGate } from '../limits/request-gate.ts';
import type { Log } from '../log.ts';
import { errorLog } from './error-log.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { graphqlErrorBody } from './graphql-error-body.ts';
import type { ReadyServer, ServerPhase } from './server-phase.ts';

/** Without `enter` as many may ask as want to. */
type RouteOptions = {
  readonly phase: () => ServerPhase;
  readonly log: Log;
  readonly enter?: RequestGate;
};

/** `/graphql`: queries by POST and GET, and a page to try them for whoever comes with a browser. */
export const graphqlRoute: FastifyPluginAsync<RouteOptions> = async (server, { phase, log, enter }) => {
  const logError = errorLog(log);
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const current = phase();
    if (current.kind === 'ready') {
      try {
        const principal = await current.authenticate(request.headers.authorization);
        using _room = await enter?.(request, reply, principal);
        const acting = { principal, requestId: request.id };
        return await answerQuery(current, { request, reply, logError, acting });
      } catch (error) {
        return refuseSignIn(error, reply);
      }
    }
    reply.code(503).header('retry-after', '2');
    return graphqlErrorBody('SERVICE_UNAVAILABLE', `Kreisweit is ${current.kind}; try again in a moment`);
  };
  server.get('/graphql', async (request, reply) => {
    if (request.headers.accept?.includes('text/html') === true) return graphiqlPage(request, reply);
    return answer(request, reply);
  });
  server.post('/graphql', answer);
};

type Asked = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly logError: ErrorLog;
  readonly acting: Acting;
};

async function answerQuery(
  { apollo, store, writing }: ReadyServer,
  { request, reply, logError, acting }: Asked,
): Promise<string> {
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headerMap(request),
      search: request.url.slice(request.url.indexOf('?') + 1 || request.url.length),
      body: request.body,
    },
    context: async () => createContext({ db: store.db, actingStore: actingStore(writing, acting), logError }),
  });
  reply.code(result.status ?? 200).headers(Object.fromEntries(result.headers));
  if (result.body.kind === 'complete') return result.body.string;
  throw new Error('an answer in parts was made, although the schema has neither @defer nor @stream');
}

/** Who sends a token that is not accepted is told so, instead of being taken for somebody who sent none. */
function refuseSignIn(error: unknown, reply: FastifyReply) {
  if (error instanceof Unauthenticated) {
    reply.code(401).header('www-authenticate', error.challenge);
    return graphqlErrorBody('UNAUTHENTICATED', error.message);
  }
  if (!(error instanceof IssuerUnavailable)) throw error;
  reply.code(503).header('retry-after', '60');
  return graphqlErrorBody('SERVICE_UNAVAILABLE', error.message);
}

function headerMap({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
