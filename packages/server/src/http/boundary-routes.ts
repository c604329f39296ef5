import { type BoundaryFormat, boundaryAddress } from '@kreisweit/graphql';
import { boundaryLevelNames, boundarySets, publishedVersion, type Store } from '@kreisweit/store';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { boundaryBodies } from './boundary-bodies.ts';
import { type BoundaryRequest, boundaryRequest, type RefusedRequest } from './boundary-request.ts';
import { graphqlErrorBody } from './graphql-error-body.ts';
import { isKnown } from './is-known.ts';
import type { ServerPhase } from './server-phase.ts';

const TYPES: Readonly<Record<BoundaryFormat, string>> = {
  topojson: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
};

/** A new set may come with any data version; five minutes late is soon enough for a map. */
const MOVING = 'public, max-age=300, must-revalidate';
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Boundaries to draw maps with. `/boundaries/districts.topojson?on=2013-12-31` answers those in force on a day, the
 * latest without `on`; `/boundaries/districts.<hash>.topojson` answers one set for ever. `.geojson` answers the same in
 * that form. All of them carry an ETag, and their source and licence in the body.
 */
export const boundaryRoutes: FastifyPluginAsync<{ readonly phase: () => ServerPhase }> = async (
  server,
  { phase },
) => {
  const bodies = boundaryBodies();

  server.get<{ Params: { file: string }; Querystring: { on?: unknown } }>(
    '/boundaries/:file',
    // Compressed already, with an ETag of its own.
    { compress: false },
    async (request, reply) => {
      const current = phase();
      if (current.kind !== 'ready') {
        reply.code(503).header('retry-after', '2').header('cache-control', 'no-store');
        return graphqlErrorBody('SERVICE_UNAVAILABLE', `Kreisweit is ${current.kind}; try again in a moment`);
      }
      const asked = boundaryRequest(request.params.file, request.query.on);
      if ('status' in asked) return refuse(reply, asked);
      const found = await findSet(current.store, asked);
      if ('status' in found) return refuse(reply, found);

      const isZipped = request.headers['accept-encoding']?.includes('gzip') === true;
      const tag = `${found.contentHash}-${asked.format}`;
      const etag = isZipped ? `"${tag}-gzip"` : `"${tag}"`;
      const body = await bodies(current.store, found, asked.format);
      if (body === null) return refuse(reply, unknownHash(asked));
      reply
        // The origin stands there already: whoever keeps the answer must tell pages apart by both.
        .header('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '))
        .header('etag', etag)
        .header('cache-control', asked.contentHash === null ? MOVING : FOR_EVER)
        .header('content-location', boundaryAddress(found, asked.format))
        .header('x-content-type-options', 'nosniff');
      if (isKnown(request, etag)) return reply.code(304).send();
      reply.type(TYPES[asked.format]);
      if (!isZipped) return reply.send(body.plain);
      return reply.header('content-encoding', 'gzip').send(body.zipped);
    },
  );
};

/** The set that a request means, with the data version in which to look for it. */
async function findSet({ db }: Store, asked: BoundaryRequest) {
  const { level, on, contentHash } = asked;
  const { number: asOf } = await publishedVersion(db);
  if (contentHash !== null) return { level, contentHash, asOf };
  const [set] = await boundarySets(db, { asOf, requests: [{ level, on }] });
  return set ? { level, contentHash: set.contentHash, asOf } : nothingImported(asked);
}

function nothingImported({ level }: BoundaryRequest): RefusedRequest {
  const message = `no boundaries of ${boundaryLevelNames[level]} are imported: npx kreisweit import boundaries <file>`;
  return { status: 404, message };
}

function unknownHash({ level, format, contentHash }: BoundaryRequest): RefusedRequest {
  const latest = `/boundaries/${boundaryLevelNames[level]}.${format}`;
  return { status: 404, message: `no boundaries with the content ${contentHash} are known: see ${latest}` };
}

function refuse(reply: FastifyReply, { status, message }: RefusedRequest) {
  reply.code(status).header('cache-control', 'no-store');
  return graphqlErrorBody(status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', message);
}
