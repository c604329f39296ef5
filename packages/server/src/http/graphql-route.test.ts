import { actingOperator, grantOf } from '@kreisweit/domain';
import { createSchema } from '@kreisweit/graphql';
import { actingStore, type Store } from '@kreisweit/store';
import { servers, smallStore } from '@kreisweit/store/testing';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authenticator } from '../access/authenticator.ts';
import { IssuerUnavailable } from '../access/issuer-unavailable.ts';
import { createLog } from '../log.ts';
import { graphqlRoute } from './graphql-route.ts';
import { graphqlServer } from './graphql-server.ts';
import { readyServer } from './ready-server.ts';

const log = createLog('error', (line) => {
  throw new Error(line);
});

describe.each(servers)('who asks over HTTP on $name', (engine) => {
  let store: Store;
  let server: FastifyInstance;
  let secret: string;
  beforeAll(async () => {
    store = await smallStore(engine);
    const apollo = await graphqlServer(createSchema(), log);
    const known = authenticator({ store, issuers: [], log });
    const ready = readyServer(
      { store, apollo, log },
      {
        authenticate: (header) => {
          if (header === 'Bearer of-a-silent-issuer') throw new IssuerUnavailable('login.example');
          return known(header);
        },
      },
    );
    server = fastify({ genReqId: () => 'request-7' });
    await server.register(graphqlRoute, {
      phase: () => ready,
      log,
    });
    const issued = await actingStore(store, actingOperator).createToken({
      kind: 'token',
      name: 'Coordination of Aue',
      grants: [grantOf('DISTRICT_COORDINATOR', { territory: '16097' })],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    ({ secret } = issued);
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  const ask = (query: string, authorization?: string) =>
    server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query },
      headers: authorization === undefined ? {} : { authorization },
    });
  const me = '{ me { kind name grants { role territory { name } } } }';

  test('is nobody without a token', async () => {
    expect((await ask(me)).json()).toMatchObject({ data: { me: { kind: 'ANONYMOUS' } } });
  });

  test('is whose token it is, and what they do is told with the request', async () => {
    const bearer = `Bearer ${secret}`;
    expect((await ask(me, bearer)).json()).toEqual({
      data: {
        me: {
          kind: 'TOKEN',
          name: 'Coordination of Aue',
          grants: [{ role: 'DISTRICT_COORDINATOR', territory: { name: 'Aue' } }],
        },
      },
    });
    const set = 'mutation { setDeliveryReview(district: "16097", reviews: true) { __typename } }';
    expect((await ask(set)).json()).toEqual({
      data: { setDeliveryReview: { __typename: 'NotAllowedError' } },
    });
    expect((await ask(set, bearer)).json()).toEqual({
      data: { setDeliveryReview: { __typename: 'SetDeliveryReviewPayload' } },
    });
    const trail = await ask(
      '{ auditTrail(district: "16097", first: 1) { nodes { what name requestId } } }',
      bearer,
    );
    expect(trail.json().data.auditTrail.nodes).toEqual([
      { what: 'district.reviewSet', name: 'Coordination of Aue', requestId: 'request-7' },
    ]);
  });

  test('is told when the token is not accepted, instead of being taken for nobody', async () => {
    const refused = await ask(me, `Bearer ${secret.slice(0, -1)}`);
    expect(refused.statusCode).toBe(401);
    expect(refused.headers['www-authenticate']).toMatch(/^Bearer /);
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(refused.body).not.toContain(secret.slice(0, 20));

    const later = await ask(me, 'Bearer of-a-silent-issuer');
    expect(later.statusCode).toBe(503);
    expect(later.headers['retry-after']).toBeDefined();
    expect(later.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  });

  test('changes nothing by an address', async () => {
    const query = encodeURIComponent(
      'mutation { setDeliveryReview(district: "16097", reviews: false) { __typename } }',
    );
    const answer = await server.inject({
      method: 'GET',
      url: `/graphql?query=${query}`,
      headers: { authorization: `Bearer ${secret}`, 'apollo-require-preflight': 'true' },
    });
    expect(answer.statusCode).toBe(405);
  });
});
