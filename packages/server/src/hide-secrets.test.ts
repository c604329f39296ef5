import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSecrets, hideSecretsOf } from './hide-secrets.ts';
import { createLog } from './log.ts';

const characters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
const base64url = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: least, maxLength: most });
const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Texts with a secret in them, and the secret. */
const secrets = fc.oneof(
  fc
    .tuple(fc.constantFrom('kw_', 'kwl_'), base64url(43, 43))
    .map(([prefix, secret]) => ({ text: `${prefix}ab23cd45_${secret}`, secret })),
  fc.tuple(base64url(20, 60), base64url(43, 86)).map(([subject, signature]) => ({
    text: `${json({ alg: 'ES256' })}.${json({ sub: subject })}.${signature}`,
    secret: signature,
  })),
  base64url(20, 60).map((secret) => ({ text: `Authorization: Bearer ${secret}`, secret })),
  fc.tuple(base64url(12, 30), fc.constantFrom('', '@', '/', ':', '%40', '?', '#')).map(([start, odd]) => ({
    text: `postgres://kreis:${start}${odd}${start}@db.example:5432/kreisweit`,
    secret: start,
  })),
  base64url(20, 40).map((secret) => ({
    text: `https://login.example/callback?state=1&access_token=${secret}`,
    secret,
  })),
);

test('no secret is in the log, wherever it stands: in a message, a detail, an error or its stack', () => {
  const around = fc.constantFrom('', ' ', '"', "'", '(', '\n', 'from ', ', ');
  fc.assert(
    fc.property(secrets, around, around, ({ text, secret }, before, after) => {
      const lines: string[] = [];
      const log = createLog('debug', (line) => lines.push(line));
      const said = `${before}${text}${after}`;
      log.error(said);
      log.warn('odd', { said, number: 3 });
      log.debug(new Error(said).stack ?? '');
      expect(lines).toHaveLength(3);
      expect(lines.join('')).not.toContain(secret);
      expect(lines.join('')).toContain('[hidden]');
    }),
    { numRuns: 200 },
  );
});

test.each([
  [
    'a token keeps the part that everybody may know',
    'refused kw_ab23cd45_s3cret-S3cret_x now',
    'refused kw_ab23cd45_[hidden] now',
  ],
  ['also behind its scheme', 'Bearer kw_ab23cd45_s3cret', 'Bearer kw_ab23cd45_[hidden]'],
  [
    'a password in an address',
    'at postgres://me:pass@host:5432/db',
    'at postgres://me:[hidden]@host:5432/db',
  ],
  ['a scheme in any case', 'authorization: bearer abc.def', 'authorization: bearer [hidden]'],
  [
    'an address without one stays',
    'https://kreis.example:8443/graphql?a=b',
    'https://kreis.example:8443/graphql?a=b',
  ],
  ['a password between quotes', `password='hunter two' host=x`, 'password=[hidden] host=x'],
  ['a password in JSON', '{"client_secret":"a\\"b c","id":1}', '{"client_secret":[hidden],"id":1}'],
  ['quotes that are escaped', 'cause="password=\\"a b\\" c', 'cause="password=[hidden]'],
  ['quotes that never end', 'password="a b', 'password=[hidden]'],
  ['what only looks like a token', 'kw_AbCdEfGhIjKlMnOpQrStUvWx', 'kw_[hidden]'],
  ['a token behind a letter', 'xkwl_ab23cd45_s3cret.', 'xkwl_ab23cd45_[hidden].'],
  [
    'a place in a stack stays',
    'at file:///work/node_modules/@fastify/cors/index.js:10:5',
    'at file:///work/node_modules/@fastify/cors/index.js:10:5',
  ],
  ['and so do ids', 'id="5f0c" access kw_ab23cd45 rotated', 'id="5f0c" access kw_ab23cd45 rotated'],
])('%s', (_, text, hidden) => {
  expect(hideSecrets(text)).toBe(hidden);
});

test('a detail whose name is that of a secret is hidden, whatever it looks like', () => {
  expect(hideSecretsOf('authorization', 'Digest abc')).toBe('[hidden]');
  expect(hideSecretsOf('identity', 'token:kw_ab23cd45')).toBe('token:kw_ab23cd45');
});

test.each([
  'eyJ',
  'eyJa.',
  'a://b:',
  '://',
  'a',
  'kw_',
  'kw_a',
  'bearer ',
  'bearer\t',
  'password=',
  'password="',
  'password="\\',
  '\\',
  '@:',
])('a megabyte of %j is done at once: were the time its square, it would be minutes', (part) => {
  const text = part.repeat(1_000_000 / part.length);
  expect(hideSecrets(text).length).toBeLessThan(10 * text.length);
});
