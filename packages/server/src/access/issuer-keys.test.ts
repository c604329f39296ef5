import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { issuerKeys } from './issuer-keys.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';

const documents = new Map<string, unknown>();
let asked: string[] = [];
const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  response.end(JSON.stringify(documents.get(url) ?? null));
});
let issuer = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  issuer = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}/realms/kreis`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Why no key of the issuer can be had, as whoever runs the server is told. */
async function reasonFor(discovered: unknown, keys: unknown = { keys: [] }): Promise<string> {
  documents.set('/realms/kreis/.well-known/openid-configuration', discovered);
  documents.set('/keys', keys);
  asked = [];
  const lines: string[] = [];
  const find = issuerKeys(issuer, {
    now: Date.now,
    log: createLog('debug', (line) => lines.push(line)),
    keysCooldown: 30_000,
  });
  const error = await find({ alg: 'ES256' }, { payload: '', signature: '' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(IssuerUnavailable);
  return lines
    .join()
    .replace(/^.*reason=/s, '')
    .trim();
}

const keysAt = (jwks_uri: unknown) => ({ issuer, jwks_uri });

test('an issuer must name itself, and keys that nobody can change on their way', async () => {
  const noKeys = '"its discovery document names no address of keys with https"';
  expect(await reasonFor(keysAt('http://login.example/keys'))).toBe(noKeys);
  expect(await reasonFor(keysAt('file:///etc/passwd'))).toBe(noKeys);
  expect(await reasonFor(keysAt('keys'))).toBe(noKeys);
  expect(await reasonFor({ issuer })).toBe(noKeys);
  for (const other of [`${issuer}/`, issuer.toUpperCase(), undefined, [issuer]]) {
    expect(await reasonFor({ issuer: other, jwks_uri: new URL('/keys', issuer) })).toMatch(
      'names another issuer',
    );
  }
  expect(await reasonFor(null)).toMatch('names another issuer');
  expect(asked).toEqual(['/realms/kreis/.well-known/openid-configuration']);
});

test('what is no set of keys is a fault of the issuer, not of who sends a token', async () => {
  for (const keys of [null, [], { keys: 'none' }, { keys: [null] }]) {
    expect(await reasonFor(keysAt(new URL('/keys', issuer)), keys)).toBe(
      '"it answered with something else than a set of keys"',
    );
  }
});
