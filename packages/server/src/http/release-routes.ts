import { join } from 'node:path';
import { presentError } from '@kreisweit/graphql';
import { actingStore, requireDeliverer } from '@kreisweit/store';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { deliverFile, type ReleaseAnswer } from '../delivery/deliver-file.ts';
import { deliverOnce, type GivenAnswer } from '../delivery/deliver-once.ts';
import { deliveryFolder, removeAbandoned } from '../delivery/delivery-folder.ts';
import { deliveryRequest, requestHash } from '../delivery/delivery-request.ts';
import { deliverySlots } from '../delivery/delivery-slots.ts';
import { receiveFile, refuseLength } from '../delivery/receive-file.ts';
import { answerRefusal } from '../delivery/refusal-answer.ts';
import { refusalOf } from '../delivery/refusal-of.ts';
import { comeBackIn, refused } from '../delivery/refused.ts';
import type { Log } from '../log.ts';
import { errorLog } from './error-log.ts';
import type { ReadyServer } from './server-phase.ts';

/** How much may be delivered: bytes and values of a file, deliveries at once, and how long a sender may pause (milliseconds). */
export type DeliveryLimits = {
  readonly mostBytes: number;
  readonly mostValues: number;
  readonly atOnce: number;
  readonly stalledAfterMs: number;
};

/** Official tables of the whole country have some megabytes, and readers take own figures up to 20 MiB: this leaves room. */
export const deliveryLimits: DeliveryLimits = Object.freeze({
  mostBytes: 64 * 1024 * 1024,
  mostValues: 5_000_000,
  atOnce: 2,
  stalledAfterMs: 30_000,
});

type TakesDeliveries = Pick<ReadyServer, 'kind' | 'writing' | 'authenticate' | 'plugins'>;

/**
 * What deliveries need. `phase` is asked for every request. `folder` is where files lie while they are delivered, that for
 * temporary files unless given.
 */
export type ReleaseRoutesOptions = {
  readonly phase: () => { readonly kind: 'starting' | 'stopping' } | TakesDeliveries;
  readonly log: Log;
  readonly limits?: Partial<DeliveryLimits>;
  readonly folder?: string;
};

const STATUS: Readonly<Record<ReleaseAnswer['state'], number>> = {
  PUBLISHED: 201,
  PROPOSED: 202,
  UNCHANGED: 200,
};

type Delivering = { Params: { plugin: string }; Querystring: Readonly<Record<string, unknown>> };

/**
 * `POST /releases/<plug-in>`: delivers a file, which is the body itself. `?input=` names the input where several take such a file,
 * `?file=` (or Content-Disposition) the file, `Idempotency-Key` makes it safe to send it twice.
 *
 * | answer | |
 * |---|---|
 * | 201, 202, 200 | published; waits for the decision of the district; this very file is loaded already |
 * | 401, 403, 404 | not signed in; may deliver nothing there; no such plug-in |
 * | 400, 415, 422 | address or headers; type of the body; the file, with all of its problems |
 * | 409, 429, 503 | under way already; another one of the same access is; too busy or starting: with Retry-After |
 * | 413 | too many bytes; the answer comes while the file is still being sent |
 *
 * Who may deliver nothing to a plug-in is told so, with nothing read, whether there is such a plug-in or not: which ones are loaded here
 * only those learn who may deliver to them. A delivery that has arrived is made even when its sender is gone by then: a proxy that
 * waits no longer must not undo it, and the sender who asks again with the same key gets the answer.
 */
export const releaseRoutes: FastifyPluginAsync<ReleaseRoutesOptions> = async (
  server,
  { phase, log, limits: given = {}, folder: inside },
) => {
  const limits = { ...deliveryLimits, ...given };
  const slotFor = deliverySlots(limits.atOnce);
  const logError = errorLog(log);
  await removeAbandoned(inside);

  // The body is read by the handler, after everything that can be said without it.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
  server.setErrorHandler((error, _request, reply) => {
    const refusal = refusalOf(error);
    if (refusal !== null) return answerRefusal(reply, refusal);
    const cause = error instanceof Error ? error : new Error(String(error));
    const { message } = presentError(new GraphQLError('', { originalError: cause }), logError);
    return answerRefusal(reply, refused(500, message));
  });

  server.post<Delivering>(
    '/releases/:plugin',
    { compress: false, decompress: false },
    async (request, reply) => {
      const { status, answer, isReplayed } = await delivered(request);
      if (isReplayed) reply.header('idempotent-replayed', 'true');
      return reply.code(status).header('cache-control', 'no-store').send(answer);
    },
  );

  async function delivered(request: FastifyRequest<Delivering>): Promise<GivenAnswer> {
    const { writing, authenticate, plugins } = requireReady(phase());
    const principal = await authenticate(request.headers.authorization);
    requireDeliverer(principal, request.params.plugin);
    const wanted = deliveryRequest(request, plugins);
    const { plugin, key } = wanted;
    const { id: identity } = principal;
    refuseLength(request.raw, limits);
    using _slot = slotFor({ identity, key });
    await using folder = await deliveryFolder(inside);

    const path = join(folder.path, wanted.file);
    const { checksum } = await receiveFile(request.raw, path, limits);
    const receipt = key === null ? null : { identity, key, requestHash: requestHash(wanted, checksum) };
    const onForgotten = (error: unknown) =>
      log.warn(`the receipt of a delivery was not kept: ${String(error)}`, { identity });
    return await deliverOnce(writing, { receipt, onForgotten }, async () => {
      const acting = actingStore(writing, { principal, requestId: request.id });
      const { mostValues } = limits;
      const answer = await deliverFile(acting, { plugin, path, checksum, mostValues });
      const { input, state, release, proposed } = answer;
      log.info(`delivery: ${state.toLowerCase()}`, { identity, input, release, proposed });
      return { status: STATUS[state], answer };
    });
  }
};

function requireReady(phase: ReturnType<ReleaseRoutesOptions['phase']>): TakesDeliveries {
  if (phase.kind === 'ready') return phase;
  throw refused(503, `Kreisweit is ${phase.kind}; try again in a moment`, comeBackIn(2));
}
