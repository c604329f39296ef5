import { createSchema } from '@kreisweit/graphql';
import type { Store } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { curlCommand, exampleQueries } from '../example-queries.ts';
import { defaultLimits } from '../limits/limits.ts';
import { createLog } from '../log.ts';
import { demoStore } from '../testing/demo-store.ts';
import { graphqlServer } from './graphql-server.ts';
import { httpServer } from './http-server.ts';
import { readyServer } from './ready-server.ts';
import type { ServerPhase } from './server-phase.ts';

type Lineage = { readonly territory: { readonly name: string } };

const lines: string[] = [];
const log = createLog('debug', (line) => lines.push(line));

describe.each(engines)('the API on $name', (engine) => {
  let store: Store;
  let server: FastifyInstance;
  let phase: ServerPhase = { kind: 'starting' };

  beforeAll(async () => {
    store = await demoStore(engine);
    server = await httpServer({ phase: () => phase, origins: ['https://kreis.example'], log });
    phase = readyServer({ store, apollo: await graphqlServer(createSchema(), log), log });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  const ask = (query: string, variables: object = {}) =>
    server.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });

  describe('example queries', () => {
    test('a district: residents of Prignitz and of its municipalities', async () => {
      const { data, errors } = (await ask(exampleQueries[0]?.query ?? '')).json();
      expect(errors).toBeUndefined();
      expect(data.district).toMatchObject({
        name: 'Prignitz',
        state: { name: 'Brandenburg' },
        series: { periods: ['2011', '2012', '2013', '2014', '2015'] },
      });
      expect(data.district.series.values.at(-1)).toBe(77_573);
      const latest = data.district.municipalities.map(
        ({ series }: { series: { values: readonly number[] } }) => series.values.at(-1) ?? 0,
      );
      expect(latest).toHaveLength(26);
      expect(latest.reduce((sum: number, value: number) => sum + value, 0)).toBe(77_573);
    });

    test('districts side by side', async () => {
      const { data, errors } = (await ask(exampleQueries[1]?.query ?? '')).json();
      expect(errors).toBeUndefined();
      expect(data).toMatchInlineSnapshot(`
        {
          "territory": {
            "crossSection": {
              "statuses": [
                "NORMAL",
                "NORMAL",
                "NORMAL",
              ],
              "territories": [
                {
                  "ars": "03153",
                  "name": "Goslar",
                },
                {
                  "ars": "09473",
                  "name": "Coburg",
                },
                {
                  "ars": "12070",
                  "name": "Prignitz",
                },
              ],
              "values": [
                7.4,
                4.3,
                2.8,
              ],
            },
          },
        }
      `);
    });

    test('a series that survives a reform', async () => {
      const { data, errors } = (await ask(exampleQueries[2]?.query ?? '')).json();
      expect(errors).toBeUndefined();
      expect(data.municipality.predecessors.map((each: Lineage) => each.territory.name)).toEqual([
        'Goslar, Stadt',
        'Vienenburg, Stadt',
      ]);
      expect(data.municipality.asReported.values.slice(0, 4)).toEqual([null, null, null, 50_457]);
      expect(data.municipality.onTodaysBoundaries.values.slice(0, 4)).toEqual([
        40_700 + 10_668,
        40_455 + 10_556,
        40_189 + 10_492,
        50_457,
      ]);
    });

    test('recommendations and actors', async () => {
      const { data, errors } = (await ask(exampleQueries[3]?.query ?? '')).json();
      expect(errors).toBeUndefined();
      expect(data.recommendations.items.length).toBeGreaterThan(5);
      expect(data.actors.totalCount).toBeGreaterThanOrEqual(8);
    });

    test('fit into a shell command on one line', () => {
      for (const example of exampleQueries) {
        const command = curlCommand('http://localhost:4000/graphql', example);
        expect(command).not.toContain('\n');
        expect(command.match(/'/g)).toHaveLength(4);
      }
    });
  });

  describe('ways to ask', () => {
    test('GET, from a program that says that it is no web page', async () => {
      const answer = await server.inject({
        url: '/graphql?query={dataVersion{number}}',
        headers: { 'apollo-require-preflight': 'yes' },
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.json().data.dataVersion.number).toBeGreaterThan(0);
    });

    test('a large answer is compressed for those who can read it', async () => {
      const payload = { query: '{ __schema { types { name description fields { name description } } } }' };
      const headers = { 'accept-encoding': 'gzip' };
      const answer = await server.inject({ method: 'POST', url: '/graphql', payload, headers });
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect((await ask(payload.query)).headers['content-encoding']).toBeUndefined();
    });

    test('introspection is open: the schema is public', async () => {
      expect((await ask('{ __schema { queryType { name } } }')).json().data.__schema.queryType.name).toBe(
        'Query',
      );
    });
  });

  describe('what a foreign web page could send without asking first is refused', () => {
    test('GET', async () => {
      const answer = await server.inject({ url: '/graphql?query={dataVersion{number}}' });
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('CSRF');
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
      'POST of %s',
      async (contentType) => {
        const answer = await server.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': contentType },
          payload: JSON.stringify({ query: '{dataVersion{number}}' }),
        });
        expect(answer.statusCode).toBe(415);
        expect(answer.json().data).toBeUndefined();
      },
    );

    test('pages of the own machine and of the named sites may read, others not', async () => {
      const allowed = async (origin: string) => {
        const { headers } = await server.inject({ url: '/health/live', headers: { origin } });
        return headers['access-control-allow-origin'];
      };
      expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173');
      expect(await allowed('https://kreis.example')).toBe('https://kreis.example');
      expect(await allowed('https://localhost.evil.example')).toBeUndefined();
    });
  });

  describe('headers', () => {
    test('tell browsers to guess, frame and load nothing, and of nobody to tell others', async () => {
      for (const url of ['/health/live', '/unknown', '/boundaries/districts.geojson']) {
        const { headers } = await server.inject({ url });
        expect(headers).toMatchObject({
          'content-security-policy':
            "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
          'permissions-policy': expect.stringContaining('geolocation=()'),
        });
        expect(headers['strict-transport-security']).toBeUndefined();
      }
    });

    test('HTTPS is asked for only where a trusted proxy says that it was used', async () => {
      const forwarded = { url: '/health/live', headers: { 'x-forwarded-proto': 'https' } };
      expect((await server.inject(forwarded)).headers['strict-transport-security']).toBeUndefined();
      const limits = { ...defaultLimits, http: { ...defaultLimits.http, trustProxy: ['127.0.0.1'] } };
      const behind = await httpServer({ phase: () => phase, origins: [], log, limits });
      const { headers } = await behind.inject(forwarded);
      await behind.close();
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d+/);
    });

    test('each answer has an id of its own, whatever the client calls it', async () => {
      const idOf = async () => {
        const headers = { 'x-request-id': 'mine', 'request-id': 'mine' };
        return (await server.inject({ url: '/health/live', headers })).headers['x-request-id'];
      };
      const [first, second] = [await idOf(), await idOf()];
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
      expect(second).not.toBe(first);
    });

    test('pages of other sites may send a token, and read what limits say', async () => {
      const asked = await server.inject({
        method: 'OPTIONS',
        url: '/graphql',
        headers: { origin: 'https://kreis.example', 'access-control-request-method': 'POST' },
      });
      expect(asked.statusCode).toBe(204);
      expect(asked.headers['access-control-allow-methods']).toBe('GET, POST');
      expect(asked.headers['access-control-allow-headers']).toMatch(
        /authorization.*content-type.*idempotency-key/,
      );
      expect(asked.headers['access-control-allow-credentials']).toBeUndefined();
      const { headers } = await server.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: '{ __typename }' },
        headers: { origin: 'https://kreis.example' },
      });
      expect(headers['access-control-expose-headers']).toMatch(
        /ratelimit-remaining.*retry-after.*x-request-id/,
      );
      expect(Number(headers['ratelimit-remaining'])).toBeGreaterThan(0);
    });
  });

  describe('mistakes', () => {
    test.each([
      ['syntax', '{ district(', 'GRAPHQL_PARSE_FAILED'],
      ['an unknown field', '{ districd { name } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['a key that is none', '{ district(key: "x") { name } }', 'BAD_USER_INPUT'],
    ])('%s is explained', async (_, query, code) => {
      const [error] = (await ask(query)).json().errors;
      expect(error.extensions.code).toBe(code);
      expect(error.message.length).toBeGreaterThan(10);
      expect(error.extensions.stacktrace).toBeUndefined();
    });

    test('a body that is no JSON, none at all, or too large', async () => {
      const post = (payload: string) =>
        server.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json' },
          payload,
        });
      expect((await post('{')).statusCode).toBe(400);
      expect((await post('')).statusCode).toBe(400);
      expect((await post(JSON.stringify({ query: ' '.repeat(300_000) }))).statusCode).toBe(413);
      expect((await post('{')).json().errors[0].extensions.code).toBe('BAD_REQUEST');
      const secret = await post('{"query": "{ me { name } }", "token": "s3cret" nonsense }');
      expect(secret.statusCode).toBe(400);
      expect(secret.body).not.toMatch(/s3cret|nonsense/);
      expect(
        (await post(JSON.stringify({ query: ' '.repeat(300_000) }))).json().errors[0].extensions,
      ).toEqual({
        code: 'TOO_LARGE',
        limit: 'bodyBytes',
        asked: 300_012,
        allowed: 262_144,
      });
    });

    test('an address that cannot be read', async () => {
      const answer = await server.inject({ url: '/%zz' });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0].extensions.code).toBe('BAD_REQUEST');
    });

    test('several queries in one body', async () => {
      const payload = [{ query: '{ dataVersion { number } }' }, { query: '{ dataVersion { number } }' }];
      const answer = await server.inject({ method: 'POST', url: '/graphql', payload });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0].message).toContain('One operation a request');
    });

    test('a document of too many tokens', async () => {
      const answer = await ask(`{${' dataVersion { number }'.repeat(3000)} }`);
      expect(answer.statusCode).toBe(400);
      const [error] = answer.json().errors;
      expect(error.message).toContain('2500 tokens');
      expect(error.extensions).toEqual({ code: 'QUERY_TOO_LARGE', limit: 'tokens', allowed: 2500 });
    });

    test.each([
      ['the same fields again and again', ' dataVersion { number }'.repeat(499), ['rootFields']],
      ['the same fields under other names', ' a: __typename'.repeat(101), ['aliases', 'rootFields']],
    ])('a document of %s', async (_, fields, limits) => {
      const answer = await ask(`{${fields} }`);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors).toMatchObject(
        limits.map((limit) => ({ extensions: { code: 'QUERY_TOO_LARGE', limit } })),
      );
    });

    test('a list in a variable that is too long', async () => {
      const ids = Array.from({ length: 1_001 }, () => 'a');
      const answer = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0].extensions).toEqual({
        code: 'QUERY_TOO_LARGE',
        limit: 'listEntries',
        asked: 1_001,
        allowed: 1_000,
      });
    });

    test('a query that would cost too much, also the second time and by its variables', async () => {
      const query = `query ($first: Int!) {
        districts(first: $first) { nodes { municipalities { series(indicator: "population/residents") { points { value } } } } }
      }`;
      for (const round of [1, 2]) {
        const answer = await ask(query, { first: 500 });
        expect(answer.json().errors, `round ${round}`).toMatchObject([
          { extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: 100_000, allowed: 100_000 } },
        ]);
        expect(answer.statusCode).toBe(400);
        expect(answer.json().data).toBeUndefined();
      }
      expect((await ask(query, { first: 1 })).json().errors).toBeUndefined();
    });

    test('another address', async () => {
      const answer = await server.inject({ url: '/api' });
      expect(answer.statusCode).toBe(404);
      expect(answer.json().errors[0].message).toBe('GET /api: send queries to /graphql');
    });
  });

  test('an error that nobody foresaw is masked; the log has it under the same id', async () => {
    const run = (statement: string) => store.database.pool.query(statement);
    await run('alter table recommendation rename to recommendation_away');
    lines.length = 0;
    const answer = await ask('{ recommendations { items { key } } }');
    await run('alter table recommendation_away rename to recommendation');
    const [error] = answer.json().errors;
    expect(error.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.body).not.toMatch(/relation|select|kysely|\.ts\b/i);
    expect(lines.join('')).toContain(`relation "recommendation" does not exist id="${error.extensions.id}"`);
  });

  describe('health', () => {
    test('is ready when the database answers', async () => {
      const answer = await server.inject({ url: '/health/ready' });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({ status: 'ready', dataVersion: expect.any(Number) });
    });

    test.each(['starting', 'stopping'] as const)('is live but not ready while %s', async (kind) => {
      const healthy = phase;
      phase = { kind };
      const live = await server.inject({ url: '/health/live' });
      const ready = await server.inject({ url: '/health/ready' });
      const query = await ask('{ dataVersion { number } }');
      phase = healthy;
      expect(live.statusCode).toBe(200);
      expect({ status: ready.statusCode, body: ready.json() }).toEqual({
        status: 503,
        body: { status: kind },
      });
      expect(query.statusCode).toBe(503);
      expect(query.json().errors[0].message).toContain(kind);
    });
  });
});
