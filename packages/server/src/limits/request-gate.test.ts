import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anonymous, type Principal } from '@kreisweit/domain';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { answerLimit } from './answer-limit.ts';
import { HttpLimitExceeded } from './http-limit-exceeded.ts';
import { defaultLimits, type HttpLimits } from './limits.ts';
import { requestGate } from './request-gate.ts';
import { trustedProxies } from './trusted-proxies.ts';

const open: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A server whose route knows the tokens t1 and t2, and answers a slow query when `letGo` is called. */
async function limited(given: Partial<HttpLimits>) {
  const limits = { ...defaultLimits.http, ...given };
  const server = fastify({ trustProxy: trustedProxies(limits.trustProxy) });
  open.push(server);
  const enter = await requestGate(server, limits);
  server.setErrorHandler((error, _, reply) => {
    if (error instanceof HttpLimitExceeded) return answerLimit(reply, error);
    throw error;
  });
  const slow = Promise.withResolvers<void>();
  const principalOf = (header: string | undefined): Principal | null => {
    if (header === undefined) return anonymous;
    const id = /^Bearer (t\d)$/.exec(header)?.[1];
    return id === undefined ? null : { kind: 'token', id, name: id, grants: [] };
  };
  server.get<{ Querystring: { slow?: string } }>('/graphql', async (request, reply) => {
    const principal = principalOf(request.headers.authorization);
    if (principal === null) return reply.code(401).send({});
    using _room = await enter(request, reply, principal);
    if (request.query.slow !== undefined) await slow.promise;
    return { ip: request.ip };
  });
  server.get('/health/live', () => ({ status: 'live' }));
  server.register(async (inner) => {
    inner.setErrorHandler((_error, _request, reply) => reply.code(500).send('an answer of its own'));
    inner.get('/releases', () => ({}));
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;

  /** Asks over TCP, from any address of 127.0.0.0/8. */
  const get = (path: string, { token, from = '127.0.0.1', forwarded }: Asking = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }),
      };
      ask({ port, host: '127.0.0.1', localAddress: from, path, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(text) });
        });
      })
        .on('error', reject)
        .end();
    });
  return { get, server, letGo: slow.resolve };
}

type Asking = { readonly token?: string; readonly from?: string; readonly forwarded?: string };
type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: { readonly ip?: string; readonly errors?: readonly { readonly extensions: object }[] };
};

test('an address without a token asks so often, and is told how much is left and when to come back', async () => {
  const { get } = await limited({ requestsPerMinute: { anonymous: 12, identified: 9 } });
  expect((await get('/graphql')).headers).toMatchObject({
    'ratelimit-limit': '2',
    'ratelimit-remaining': '1',
    'ratelimit-reset': '10',
  });
  expect((await get('/unknown')).headers['ratelimit-remaining']).toBe('0');
  const refused = await get('/graphql');
  expect(refused.status).toBe(429);
  expect(refused.headers['retry-after']).toMatch(/^\d+$/);
  expect(refused.body.errors).toMatchObject([
    {
      message: expect.stringMatching(/^More than 2 requests .* 2 are allowed\. Try again in \d+ s\.$/),
      extensions: { code: 'TOO_MANY_REQUESTS', limit: 'requestsPerMinute.anonymous', asked: 3, allowed: 2 },
    },
  ]);
  expect((await get('/releases')).status).toBe(429);
  expect((await get('/graphql', { from: '127.0.0.2' })).status).toBe(200);
  expect((await get('/health/live')).status).toBe(200);
  expect((await get('/health/live')).headers['ratelimit-limit']).toBeUndefined();
});

test('who signs in has room of their own, wherever they come from', async () => {
  const { get } = await limited({ requestsPerMinute: { anonymous: 6, identified: 18 } });
  await get('/graphql');
  expect((await get('/graphql')).status).toBe(429);
  expect((await get('/graphql', { token: 't1' })).status).toBe(200);
  expect((await get('/graphql', { token: 't1', from: '127.0.0.2' })).status).toBe(200);
  expect((await get('/graphql', { token: 't1', from: '127.0.0.3' })).status).toBe(200);
  expect((await get('/graphql', { token: 't1', from: '127.0.0.4' })).body.errors).toMatchObject([
    { extensions: { limit: 'requestsPerMinute.identified', allowed: 3 } },
  ]);
  expect((await get('/graphql', { token: 't2', from: '127.0.0.4' })).status).toBe(200);
});

test('who guesses tokens is stopped, also with a good one, while others there read on', async () => {
  const { get } = await limited({ failedSignInsPerMinute: 2 });
  expect((await get('/graphql', { token: 'guess-1' })).status).toBe(401);
  expect((await get('/graphql', { token: 'guess-2' })).status).toBe(401);
  const stopped = await get('/graphql', { token: 't1' });
  expect(stopped.status).toBe(429);
  expect(stopped.headers['retry-after']).toBeDefined();
  expect(stopped.body.errors).toMatchObject([
    { extensions: { limit: 'failedSignInsPerMinute', allowed: 2 } },
  ]);
  expect((await get('/graphql')).status).toBe(200);
  expect((await get('/graphql', { token: 't1', from: '127.0.0.2' })).status).toBe(200);
});

test('X-Forwarded-For of a client is not believed, that of a trusted proxy is', async () => {
  const direct = await limited({ requestsPerMinute: { anonymous: 6, identified: 54 } });
  expect((await direct.get('/graphql', { forwarded: '192.0.2.1' })).body.ip).toBe('127.0.0.1');
  expect((await direct.get('/graphql', { forwarded: '192.0.2.2' })).status).toBe(429);

  const behindOne = await limited({ requestsPerMinute: { anonymous: 54, identified: 54 }, trustProxy: 1 });
  expect((await behindOne.get('/graphql', { forwarded: '10.1.1.1, 10.0.0.9' })).body.ip).toBe('10.0.0.9');
  const proxied = await limited({
    requestsPerMinute: { anonymous: 6, identified: 54 },
    trustProxy: ['127.0.0.1'],
  });
  expect((await proxied.get('/graphql', { forwarded: '192.0.2.1' })).body.ip).toBe('192.0.2.1');
  expect((await proxied.get('/graphql', { forwarded: '192.0.2.2' })).status).toBe(200);
  expect((await proxied.get('/graphql', { forwarded: '192.0.2.9, 192.0.2.2' })).status).toBe(429);
  expect((await proxied.get('/graphql', { from: '127.0.0.2', forwarded: '192.0.2.3' })).body.ip).toBe(
    '127.0.0.2',
  );
});

test('the addresses of one IPv6 network count as one', async () => {
  const { get } = await limited({
    requestsPerMinute: { anonymous: 6, identified: 54 },
    trustProxy: ['127.0.0.1'],
  });
  const from = async (forwarded: string) => (await get('/graphql', { forwarded })).status;
  expect(await from('2001:db8:1:2::1')).toBe(200);
  expect(await from('2001:db8:1:2:ffff::9')).toBe(429);
  expect(await from('2001:db8:1:3::1')).toBe(200);
});

test('too many queries at once are refused at once, and there is room when they are done', async () => {
  const { get, letGo } = await limited({ concurrent: { each: 1, all: 2 } });
  const first = get('/graphql?slow');
  await expect.poll(async () => (await get('/graphql')).status).toBe(429);
  expect((await get('/graphql')).body.errors).toMatchObject([
    { extensions: { code: 'TOO_MANY_REQUESTS', limit: 'concurrent.each', asked: 2, allowed: 1 } },
  ]);
  const second = get('/graphql?slow', { token: 't1' });
  await expect.poll(async () => (await get('/graphql', { token: 't2' })).status).toBe(503);
  const busy = await get('/graphql', { token: 't2' });
  expect(busy.headers['retry-after']).toBe('1');
  expect(busy.body.errors).toMatchObject([
    { extensions: { code: 'SERVICE_UNAVAILABLE', limit: 'concurrent.all', asked: 3, allowed: 2 } },
  ]);
  letGo();
  expect((await first).status).toBe(200);
  expect((await second).status).toBe(200);
  expect((await get('/graphql')).status).toBe(200);
});
