import { HeaderMap } from '@apollo/server';
import { createContext, type ErrorLog } from '@kreisweit/graphql';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import { errorLog } from './error-log.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { graphqlErrorBody } from './graphql-error-body.ts';
import type { ServerPhase } from './server-phase.ts';

type RouteOptions = { readonly phase: () => ServerPhase; readonly log: Log };

/** `/graphql`: queries by POST and GET, and a page to try them for whoever comes with a browser. */
export const graphqlRoute: FastifyPluginAsync<RouteOptions> = async (server, { phase, log }) => {
  const logError = errorLog(log);
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const current = phase();
    if (current.kind === 'ready') return answerQuery(current, { request, reply, logError });
    reply.code(503).header('retry-after', '2');
    return graphqlErrorBody('SERVICE_UNAVAILABLE', `Kreisweit is ${current.kind}; try again in a moment`);
  };
  server.get('/graphql', async (request, reply) => {
    if (request.headers.accept?.includes('text/html') === true) return graphiqlPage(request, reply);
    return answer(request, reply);
  });
  server.post('/graphql', answer);
};

async function answerQuery(
  { apollo, store }: Extract<ServerPhase, { readonly kind: 'ready' }>,
  { request, reply, logError }: { request: FastifyRequest; reply: FastifyReply; logError: ErrorLog },
): Promise<string> {
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headerMap(request),
      search: request.url.slice(request.url.indexOf('?') + 1 || request.url.length),
      body: request.body,
    },
    context: async () => createContext({ db: store.db, logError }),
  });
  reply.code(result.status ?? 200).headers(Object.fromEntries(result.headers));
  if (result.body.kind === 'complete') return result.body.string;
  throw new Error('an answer in parts was made, although the schema has neither @defer nor @stream');
}

function headerMap({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
