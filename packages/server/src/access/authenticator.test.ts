import { actingOperator, anonymous, grantOf } from '@kreisweit/domain';
import { createToken, revokeToken, type Store } from '@kreisweit/store';
import { servers, storeWithoutRegisters } from '@kreisweit/store/testing';
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { type TestProvider, testProvider } from '../testing/oidc-provider.ts';
import { authenticator } from './authenticator.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import { readAccess } from './read-access.ts';
import { Unauthenticated } from './unauthenticated.ts';

const AUDIENCE = 'kreisweit';
const COORDINATOR = { realm_access: { roles: ['offline_access', 'coordinator/03153'] } };

let store: Store;
let provider: TestProvider;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no test server among the engines');
  store = await storeWithoutRegisters(engine);
  provider = await testProvider({ audience: AUDIENCE });
});
afterAll(async () => {
  await provider?.stop();
  await store?.close();
});

let lines: string[] = [];
let late = 0;
beforeEach(() => {
  lines = [];
  late = 0;
});

/** The server that the tests are about, as it is configured. What it holds of the provider is its own. */
function server({ issuer = provider.issuer, keysCooldown = 0 } = {}) {
  const rules = [
    {
      claim: 'realm_access.roles',
      value: 'coordinator/{territory}',
      role: 'DISTRICT_COORDINATOR',
      territory: '{territory}',
    },
  ];
  const { issuers } = readAccess({ issuers: [{ issuer, audience: AUDIENCE, rules }] }, (path, message) => {
    throw new Error(`${path.join('.')}: ${message}`);
  });
  const log = createLog('debug', (line) => lines.push(line.slice(line.indexOf(' ') + 1)));
  const now = () => Date.now() + late;
  return authenticator({ store, issuers, log, now, keysCooldown });
}

const bearer = (token: string) => `Bearer ${token}`;
const message = new Unauthenticated().message;

test('nobody has to sign in', async () => {
  expect(await server()(undefined)).toBe(anonymous);
  expect(provider.asked()).toEqual([]);
});

test('a token of Kreisweit is looked up, and refused like every other when it is revoked', async () => {
  const principalOf = server();
  const grants = [grantOf('DATA_PARTNER', { plugin: 'small' })];
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const request = { kind: 'token', name: 'Jobcenter Goslar', grants, expiresAt } as const;
  const { id, secret } = await createToken(store, actingOperator, request);
  const principal = { kind: 'token', id: `token:${id}`, name: 'Jobcenter Goslar', grants };
  expect(await principalOf(bearer(secret))).toEqual(principal);
  expect(await principalOf(`bearer  ${secret}`)).toEqual(principal);
  const refused = [secret.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')), `kwl${secret.slice(2)}`, id];
  for (const other of refused) await expect(principalOf(bearer(other))).rejects.toThrow(message);
  await revokeToken(store, actingOperator, id);
  await expect(principalOf(bearer(secret))).rejects.toThrow(message);
});

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Basic a3JlaXM6d2VpdA==',
  'kw_7kq2mx4p_secret',
  'Bearer kw_7kq2mx4p_secret and more',
  'Bearer a.b.c',
  'Bearer e30.e30.',
  'Bearer KW_7kq2mx4p_secret',
  `Bearer ${'a'.repeat(9_000)}`,
])('what is no token is refused: %s', async (header) => {
  const error = await server()(header).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unauthenticated);
  expect(error).toMatchObject({ message, challenge: 'Bearer realm="kreisweit", error="invalid_token"' });
  expect(provider.asked()).toEqual([]);
});

test('an access token of the issuer gives what its claims give, and tells nothing of the person', async () => {
  const principalOf = server();
  const token = await provider.token({
    claims: { ...COORDINATOR, name: 'A Person', email: 'a@kreis.example' },
  });
  provider.asked();
  const principal = await principalOf(bearer(token));
  expect(principal).toEqual({
    kind: 'person',
    id: expect.stringMatching(/^person:[0-9a-f]{32}$/),
    name: new URL(provider.issuer).host,
    grants: [grantOf('DISTRICT_COORDINATOR', { territory: '03153' })],
  });
  expect(await principalOf(bearer(token))).toEqual(principal);
  expect(await principalOf(bearer(await provider.forged({ sub: 'somebody-else' })))).not.toMatchObject({
    id: principal.id,
  });
  // What the issuer says of itself, and its keys, are asked for once.
  expect(provider.asked()).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

test('a claim that gives no sound role gives none', async () => {
  const token = await provider.token({ claims: { realm_access: { roles: ['coordinator/03'] } } });
  expect(await server()(bearer(token))).toMatchObject({ kind: 'person', grants: [] });
  expect(lines).toEqual([
    expect.stringContaining(
      'debug a claim gives no role claim="realm_access.roles" value="coordinator/{territory}"',
    ),
  ]);
});

const inTheFuture = () => Math.floor(Date.now() / 1000) + 120;

test.each<[string, () => Promise<string>, string]>([
  ['for somebody else', () => provider.token({ audience: 'other' }), 'unexpected "aud" claim value'],
  ['expired', () => provider.forged({ exp: Math.floor(Date.now() / 1000) - 60 }), '"exp" claim timestamp'],
  ['not valid yet', () => provider.forged({ nbf: inTheFuture() }), '"nbf" claim timestamp'],
  ['of the future', () => provider.forged({ iat: inTheFuture() }), 'it was made in the future'],
  ['for ever', () => provider.forged({ exp: undefined }), 'missing required "exp" claim'],
  ['of nobody', () => provider.forged({ sub: undefined }), 'missing required "sub" claim'],
  ['of an empty subject', () => provider.forged({ sub: '' }), 'its subject is no text'],
  ['with an unknown key', () => provider.forged({}, { kid: 'unknown' }), 'no applicable key found'],
  ['not signed', () => unsigned(), 'value not allowed'],
  ['signed with the public key', () => signedWithPublicKey(), 'value not allowed'],
  ['an ID token', () => provider.forged({ nonce: 'n' }), 'it holds the claim "nonce"'],
  ['an ID token without nonce', () => provider.forged({ at_hash: 'h' }), 'it holds the claim "at_hash"'],
  ['an ID token of Keycloak', () => provider.forged({ typ: 'ID' }), 'its claim "typ" is not'],
  ['a notice', () => provider.forged({}, { typ: 'logout+jwt' }), 'its type is not'],
  ['bound to a key', () => provider.forged({ cnf: { jkt: 'k' } }), 'it holds the claim "cnf"'],
  ['changed', () => changed(), 'signature verification failed'],
])('an access token is refused that is %s', async (_, made, reason) => {
  const token = await made();
  const error = await server()(bearer(token)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unauthenticated);
  expect(error).toMatchObject({ message });
  expect(lines).toHaveLength(1);
  expect(lines.join()).toMatch(/^debug an access token was refused reason="/);
  expect(lines.join().replaceAll('\\', '')).toContain(reason);
  expect(lines.join()).not.toContain(token.split('.')[1]);
});

async function unsigned(): Promise<string> {
  const claims = { iss: provider.issuer, aud: AUDIENCE, sub: 'a' };
  return new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('1h').encode();
}

async function signedWithPublicKey(): Promise<string> {
  const key = await importJWK({ ...provider.publicKey(), ext: true }, 'ES256');
  if (key instanceof Uint8Array) throw new Error('the key is no public key');
  const secret = new TextEncoder().encode(await exportSPKI(key));
  const claims = { iss: provider.issuer, aud: AUDIENCE, sub: 'a' };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: provider.publicKey().kid ?? '' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(secret);
}

async function changed(): Promise<string> {
  const [header, , signature] = (await provider.forged({})).split('.');
  const [, payload] = (await provider.forged(COORDINATOR)).split('.');
  return [header, payload, signature].join('.');
}

test('types of access tokens are taken, also where there is none', async () => {
  const principalOf = server();
  for (const typ of ['at+jwt', 'application/at+jwt', 'JWT']) {
    expect(await principalOf(bearer(await provider.forged({}, { typ })))).toMatchObject({ kind: 'person' });
  }
  expect(await principalOf(bearer(await provider.forged({ typ: 'Bearer' })))).toMatchObject({
    kind: 'person',
  });
});

test('a clock may be wrong by half a minute', async () => {
  const principalOf = server();
  const token = await provider.token({ seconds: 60 });
  late = 85_000;
  expect(await principalOf(bearer(token))).toMatchObject({ kind: 'person' });
  late = 95_000;
  await expect(principalOf(bearer(token))).rejects.toThrow(Unauthenticated);
  late = -25_000;
  expect(await principalOf(bearer(token))).toMatchObject({ kind: 'person' });
  late = -35_000;
  await expect(principalOf(bearer(token))).rejects.toThrow(Unauthenticated);
});

test('another issuer is refused and never asked', async () => {
  const other = await testProvider({ audience: AUDIENCE });
  try {
    const token = await other.token({ claims: COORDINATOR });
    other.asked();
    await expect(server()(bearer(token))).rejects.toThrow(Unauthenticated);
    // Signed by the other one in the name of ours.
    const borrowed = await other.forged({ iss: provider.issuer, ...COORDINATOR });
    await expect(server()(bearer(borrowed))).rejects.toThrow(Unauthenticated);
    expect(other.asked()).toEqual([]);
  } finally {
    await other.stop();
  }
});

test('keys may change: a new one is fetched, an old one is good no more', async () => {
  const principalOf = server();
  const before = await provider.token();
  expect(await principalOf(bearer(before))).toMatchObject({ kind: 'person' });
  await provider.rotate();
  expect(await principalOf(bearer(await provider.token()))).toMatchObject({ kind: 'person' });
  await expect(principalOf(bearer(before))).rejects.toThrow(Unauthenticated);
});

test('keys that somebody invents do not make us ask the issuer each time', async () => {
  const principalOf = server({ keysCooldown: 30_000 });
  provider.asked();
  for (const kid of ['one', 'two', 'three']) {
    await expect(principalOf(bearer(await provider.forged({}, { kid })))).rejects.toThrow(Unauthenticated);
  }
  expect(provider.asked()).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

test('an issuer that calls itself otherwise is not trusted', async () => {
  const token = await provider.token();
  provider.rename('https://login.example');
  try {
    await expect(server()(bearer(token))).rejects.toThrow(IssuerUnavailable);
    expect(lines).toEqual([expect.stringContaining('its discovery document names another issuer')]);
  } finally {
    provider.rename(provider.issuer);
  }
});

test('an issuer may be away for a while', async () => {
  const principalOf = server();
  const token = bearer(await provider.token({ seconds: 7_200 }));
  await provider.stop();
  const error = await principalOf(token).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(IssuerUnavailable);
  const { host } = new URL(provider.issuer);
  expect(error).toMatchObject({
    host,
    message: `The sign-in service ${host} cannot be reached: try again in a minute, or tell who runs it`,
  });
  await provider.start();
  provider.asked();
  late = 29_000;
  await expect(principalOf(token)).rejects.toThrow(IssuerUnavailable);
  expect(provider.asked()).toEqual([]);
  expect(lines).toHaveLength(1);
  late = 31_000;
  expect(await principalOf(token)).toMatchObject({ kind: 'person' });

  // What is known of it is enough, until it is an hour old.
  await provider.stop();
  late += 59 * 60_000;
  expect(await principalOf(token)).toMatchObject({ kind: 'person' });
  late += 2 * 60_000;
  await expect(principalOf(token)).rejects.toThrow(IssuerUnavailable);
  await provider.start();
});

test('all who wait for an issuer wait for one answer', async () => {
  const principalOf = server();
  const token = bearer(await provider.token());
  provider.asked();
  await Promise.all([1, 2, 3].map(() => principalOf(token)));
  expect(provider.asked()).toEqual(['/.well-known/openid-configuration', '/jwks']);
});
