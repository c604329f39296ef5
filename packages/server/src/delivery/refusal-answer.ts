import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '@kreisweit/domain';
import type { FastifyReply } from 'fastify';
import { type Refused, refusalCodes } from './refused.ts';

/** The body of every refusal: its code, what is wrong (at most 1,000 problems of `total`), in the order of the file. */
export type RefusalBody = {
  readonly code: string;
  readonly problems: readonly Problem[];
  readonly total: number;
};

/** More than anybody mends at once. */
const MOST_PROBLEMS = 1_000;

/** How long what the client still sends is thrown away before the connection ends. */
const LINGER_MS = 2_000;

/**
 * Answers a refusal. Where the client is still sending, it is answered at once all the same, and the connection ends a little later: ended at
 * once, with bytes on the way, the client would see a broken connection instead of the answer.
 */
export function answerRefusal(reply: FastifyReply, { status, problems, headers }: Refused): FastifyReply {
  const body: RefusalBody = {
    code: refusalCodes[status],
    problems: problems.slice(0, MOST_PROBLEMS),
    total: problems.length,
  };
  const bytes = Buffer.from(JSON.stringify(body));
  reply
    .code(status)
    .headers({ ...headers, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  const request = reply.request.raw;
  if (request.complete || request.destroyed) return reply.send(bytes);
  return reply
    .headers({ connection: 'close', 'content-length': bytes.length })
    .send(Readable.from(lingering(bytes, request)));
}

async function* lingering(bytes: Buffer, request: IncomingMessage): AsyncGenerator<Buffer> {
  yield bytes;
  const stop = new AbortController();
  request.resume();
  await Promise.race([
    once(request, 'close', { signal: stop.signal }),
    once(request, 'end', { signal: stop.signal }),
    wait(LINGER_MS, undefined, { signal: stop.signal }),
  ]).catch(() => undefined);
  stop.abort();
}
