import { isIP } from 'node:net';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { Principal } from '@kreisweit/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerLimit } from './answer-limit.ts';
import { HttpLimitExceeded } from './http-limit-exceeded.ts';
import type { HttpLimits } from './limits.ts';
import { querySlots } from './query-slots.ts';
import { tokenInAddress } from './token-in-address.ts';

/**
 * Lets a query of somebody in, whose identity is known by now, and gives it room until that is disposed of. Throws HttpLimitExceeded when
 * they asked too often in the last minute, or too many queries are under way.
 */
export type RequestGate = (
  request: FastifyRequest,
  reply: FastifyReply,
  principal: Principal,
) => Promise<Disposable>;

type RateLimit = ReturnType<FastifyInstance['createRateLimit']>;
type Rate = Exclude<Awaited<ReturnType<RateLimit>>, { readonly isAllowed: true }>;
type RateName = 'requestsPerMinute.anonymous' | 'requestsPerMinute.identified' | 'failedSignInsPerMinute';

const MINUTE = 60_000;

/** How many are allowed in how many milliseconds. */
type Span = { readonly max: number; readonly timeWindow: number };

/** As many in a sixth of the time, so that nobody asks at once what is meant for a whole minute. */
function shortSpan(perMinute: number): Span {
  return { max: Math.ceil(perMinute / 6), timeWindow: MINUTE / 6 };
}

/**
 * Limits how often clients ask, for all routes that are added to the server later, except those that say how it is (`/health/`).
 *
 * - Without signing in: `requestsPerMinute.anonymous` of an address. An IPv6 address counts with its whole network (/64), which is what one
 *   client has.
 * - Whoever brings a token: `requestsPerMinute.identified` of an address, and as many of an identity, wherever they come from.
 * - Every answer with status 401 counts as a failed attempt to sign in. After `failedSignInsPerMinute` of them nobody at that address
 *   can sign in until the minute is over, so that tokens cannot be guessed; reading without a token goes on.
 *
 * Each answer says in RateLimit-Limit, -Remaining and -Reset how much is left. What is counted is kept in this process, of the 5,000
 * addresses and identities that were seen last: several servers behind one balancer allow as many times as much.
 */
export async function requestGate(server: FastifyInstance, limits: HttpLimits): Promise<RequestGate> {
  await server.register(rateLimit, { global: false });
  const identities = new WeakMap<FastifyRequest, string>();
  const spans: Readonly<Record<RateName, Span>> = {
    'requestsPerMinute.anonymous': shortSpan(limits.requestsPerMinute.anonymous),
    'requestsPerMinute.identified': shortSpan(limits.requestsPerMinute.identified),
    failedSignInsPerMinute: { max: limits.failedSignInsPerMinute, timeWindow: MINUTE },
  };
  const rateOf = (name: RateName, keyGenerator = addressOf): RateLimit =>
    server.createRateLimit({ ...spans[name], keyGenerator });
  const anonymousOfAddress = rateOf('requestsPerMinute.anonymous');
  const signedInOfAddress = rateOf('requestsPerMinute.identified');
  const failuresOfAddress = rateOf('failedSignInsPerMinute');
  const ofIdentity = rateOf(
    'requestsPerMinute.identified',
    (request) => identities.get(request) ?? addressOf(request),
  );
  const slotFor = querySlots(limits.concurrent);

  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/health/') === true) return;
    try {
      if (!bringsToken(request)) {
        return await count(request, reply, {
          limit: anonymousOfAddress,
          name: 'requestsPerMinute.anonymous',
        });
      }
      const failures = await failuresOfAddress(request, { increment: false });
      if (!failures.isAllowed && failures.remaining === 0) {
        throw tooMany('failedSignInsPerMinute', 'attempts to sign in that failed', failures);
      }
      await count(request, reply, { limit: signedInOfAddress, name: 'requestsPerMinute.identified' });
    } catch (error) {
      // Routes answer errors in their own way; this refusal is the same for all.
      if (error instanceof HttpLimitExceeded) return answerLimit(reply, error);
      throw error;
    }
  });
  server.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 401 && bringsToken(request)) await failuresOfAddress(request);
  });

  return async (request, reply, { kind, id }) => {
    if (kind === 'anonymous') {
      if (bringsToken(request)) {
        await count(request, reply, { limit: anonymousOfAddress, name: 'requestsPerMinute.anonymous' });
      }
      return slotFor(addressOf(request));
    }
    identities.set(request, `${kind} ${id}`);
    await count(request, reply, { limit: ofIdentity, name: 'requestsPerMinute.identified' });
    return slotFor(`${kind} ${id}`);
  };
}

function bringsToken(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined || tokenInAddress(request) !== undefined;
}

/** Where a proxy sends something that is no address, all of those requests count as one. */
function addressOf(request: FastifyRequest): string {
  // A client that has gone already has no address any more.
  const ip: string | undefined = request.ip;
  const [address = ''] = (ip ?? '').split('%');
  return isIP(ip) === 0 ? 'no address' : normalizeIP(address, 64);
}

type Counted = { readonly limit: RateLimit; readonly name: RateName };

/** Counts a request, tells how much is left where that is less than was told before, and refuses what is too much. */
async function count(request: FastifyRequest, reply: FastifyReply, { limit, name }: Counted): Promise<void> {
  const rate = await limit(request);
  if (rate.isAllowed) return;
  const told = reply.getHeader('ratelimit-remaining');
  if (told === undefined || rate.remaining <= Number(told)) {
    reply
      .header('ratelimit-limit', rate.max)
      .header('ratelimit-remaining', rate.remaining)
      .header('ratelimit-reset', rate.ttlInSeconds);
  }
  if (rate.isExceeded) throw tooMany(name, 'requests', rate);
}

function tooMany(limit: RateName, what: string, { max, timeWindow, ttlInSeconds }: Rate): HttpLimitExceeded {
  const retryAfter = Math.max(1, ttlInSeconds);
  const seconds = timeWindow / 1_000;
  const message = `More than ${max} ${what} came from you within ${seconds} s; ${max} are allowed. Try again in ${retryAfter} s.`;
  return new HttpLimitExceeded(message, { status: 429, limit, asked: max + 1, allowed: max, retryAfter });
}
