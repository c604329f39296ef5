import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import { presentError } from '@kreisweit/graphql';
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { GraphQLError } from 'graphql';
import { answerLimit } from '../limits/answer-limit.ts';
import { HttpLimitExceeded } from '../limits/http-limit-exceeded.ts';
import { defaultLimits, type Limits } from '../limits/limits.ts';
import { requestGate } from '../limits/request-gate.ts';
import { securityHeaders } from '../limits/security-headers.ts';
import { trustedProxies } from '../limits/trusted-proxies.ts';
import type { Log } from '../log.ts';
import { boundaryRoutes } from './boundary-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { deliverPage } from './deliver-page.ts';
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
  readonly limits?: Limits;
};

/** A file of 64 MiB may take minutes; its route gives up those who pause. Who sends headers slowly is given up sooner. */
const REQUEST_TIMEOUT_MS = 600_000;
const HEADERS_TIMEOUT_MS = 30_000;

/** Pages on the user's own machine, as a developer's dashboard is. */
const OWN_MACHINE = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** What pages of other sites may send, and read of an answer besides its body. */
const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'content-disposition',
  'idempotency-key',
  'apollo-require-preflight',
];
const EXPOSED_HEADERS = [
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'x-request-id',
  'idempotent-replayed',
  'content-location',
  'etag',
];

/** Builds the HTTP server: GraphQL, its page for people, boundaries, calendars, deliveries, and health. It does not listen yet. */
export async function httpServer({
  phase,
  origins,
  log,
  limits = defaultLimits,
}: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: limits.http.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // What a client says of its own address is believed of nobody else: otherwise everybody could choose whose limits hold.
    trustProxy: trustedProxies(limits.http.trustProxy),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    frameworkErrors: (_error, _request, reply: unknown) => void refuseAddress(reply as FastifyReply),
  });
  server.server.headersTimeout = HEADERS_TIMEOUT_MS;
  // Whoever sends another type of body could be a web form: see preventing CSRF in `graphql-server.ts`.
  server.removeContentTypeParser('text/plain');

  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  await securityHeaders(server);
  await server.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins, OWN_MACHINE],
    methods: ['GET', 'POST'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 3600,
  });
  const enter = await requestGate(server, limits.http);
  await server.register(compress, {
    threshold: 4096,
    encodings: ['gzip', 'deflate'],
    zlibOptions: { level: constants.Z_BEST_SPEED },
  });
  server.register(healthRoutes, { phase });
  server.register(graphqlRoute, { phase, log, enter });
  server.register(deliverPage, { phase });
  server.register(boundaryRoutes, { phase });
  server.register(calendarRoutes, { phase, log, enter });
  server.register(releaseRoutes, { phase, log, limits: limits.delivery });
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
  server.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) => {
    const refusal = error instanceof HttpLimitExceeded ? error : bodyTooLarge(error, request, limits);
    if (refusal !== null) return answerLimit(reply, refusal);
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(graphqlErrorBody('BAD_REQUEST', mistakeOf(status)));
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
      request: request.id,
    });
  });
  return server;
}

/** The parser of bodies says it, which knows no limits of ours; null for any other error. */
function bodyTooLarge(
  error: unknown,
  { headers }: FastifyRequest,
  { http: { bodyBytes } }: Limits,
): HttpLimitExceeded | null {
  if (!(error instanceof errorCodes.FST_ERR_CTP_BODY_TOO_LARGE)) return null;
  const length = Number(headers['content-length']);
  const asked = Number.isInteger(length) ? length : null;
  return new HttpLimitExceeded(
    `The body of this request has ${asked ?? 'too many'} bytes; ${bodyBytes} are allowed. Ask for less at once.`,
    { status: 413, limit: 'bodyBytes', asked, allowed: bodyBytes },
  );
}

/** In words of our own: those of the parser may repeat what was sent. */
function mistakeOf(status: number): string {
  if (status === 400) return 'The body is no JSON: send {"query": "{ dataVersion { number } }"}';
  if (status === 415)
    return 'This type of body is not read: send JSON, with the header content-type: application/json';
  return 'The request cannot be understood';
}

function refuseAddress(reply: FastifyReply): FastifyReply {
  const body = graphqlErrorBody('BAD_REQUEST', 'The address cannot be read: send queries to /graphql');
  return reply.code(400).send(body);
}
