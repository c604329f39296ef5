import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import { presentError } from '@kreisweit/graphql';
import { type FastifyInstance, fastify } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Log } from '../log.ts';
import { boundaryRoutes } from './boundary-routes.ts';
import { errorLog } from './error-log.ts';
import { graphqlErrorBody } from './graphql-error-body.ts';
import { graphqlRoute } from './graphql-route.ts';
import { healthRoutes } from './health-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import type { ServerPhase } from './server-phase.ts';

/** What the HTTP server needs. `phase` is asked for every request; `origins` are the web pages that may read. */
export type HttpOptions = {
  readonly phase: () => ServerPhase;
  readonly origins: readonly string[];
  readonly log: Log;
};

/** A query of GraphiQL is 2 KB; whoever sends more than this asks for too much at once. */
const BODY_LIMIT = 256 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

/** Pages on the user's own machine, as a developer's dashboard is. */
const OWN_MACHINE = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Builds the HTTP server: GraphQL, its page for people, boundaries, and health. It does not listen yet. */
export async function httpServer({ phase, origins, log }: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  // Whoever sends another type of body could be a web form: see preventing CSRF in `graphql-server.ts`.
  server.removeContentTypeParser('text/plain');

  await server.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins, OWN_MACHINE],
    methods: ['GET', 'POST'],
    maxAge: 3600,
  });
  await server.register(compress, {
    threshold: 4096,
    encodings: ['gzip', 'deflate'],
    zlibOptions: { level: constants.Z_BEST_SPEED },
  });
  server.register(healthRoutes, { phase });
  server.register(graphqlRoute, { phase, log });
  server.register(boundaryRoutes, { phase });
  server.register(releaseRoutes, { phase, log });
  server.get('/', (_, reply) => reply.redirect('/graphql'));

  server.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        graphqlErrorBody(
          'NOT_FOUND',
          `${request.method} ${request.url.split('?')[0]}: send queries to /graphql`,
        ),
      ),
  );
  server.setErrorHandler((error: Error & { readonly statusCode?: number }, _, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(graphqlErrorBody('BAD_REQUEST', error.message));
    const masked = presentError(new GraphQLError('', { originalError: error }), errorLog(log));
    return reply.code(500).send({ errors: [masked] });
  });
  // Else a client that keeps its connection open would hold up the end.
  server.addHook('onSend', async (_, reply) => {
    if (phase().kind === 'stopping') reply.header('connection', 'close');
  });
  server.addHook('onResponse', async (request, reply) => {
    log.debug(`${request.method} ${request.url.split('?')[0]}`, {
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  return server;
}
