import type { FastifyReply } from 'fastify';
import type { HttpLimitExceeded } from './http-limit-exceeded.ts';

/** Answers with the status of HTTP, the reason in the form of GraphQL, and when to come back. */
export function answerLimit(reply: FastifyReply, { body, excess }: HttpLimitExceeded): FastifyReply {
  if (excess.retryAfter !== undefined) reply.header('retry-after', excess.retryAfter);
  return reply.code(excess.status).header('cache-control', 'no-store').send(body);
}
