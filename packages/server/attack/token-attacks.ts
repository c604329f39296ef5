import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { type AttackedServer, AUDIENCE, secretPart } from './attacked-server.ts';
import { harmIn } from './harm.ts';
import { type Answer, addressesOf, ask, deliver, send } from './send.ts';
import { tally } from './tally.ts';

const ME = '{ me { kind may } }';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600;

/** What somebody tries who has no token, or one that is not meant for it. */
export function tokenAttacks(server: AttackedServer): void {
  describe('tokens', () => {
    const from = addressesOf(4);
    let hosts = 0;
    /** An address that has failed nowhere yet. */
    const fresh = () => `127.0.104.${++hosts}`;

    const asWhom = async (authorization: string, address = fresh()): Promise<Answer> => {
      server.secrets.add(secretPart(authorization));
      const answer = await ask(server, { query: ME }, { as: authorization, from: address });
      tally('tokens', answer);
      expect(harmIn(answer)).toEqual([]);
      return answer;
    };

    test('guesses are not answered for long', async () => {
      const address = '127.0.204.1';
      const statuses: number[] = [];
      for (let guess = 0; guess < 120; guess += 1) {
        const secret = Buffer.from(String(guess).padStart(32, 'g')).toString('base64url');
        statuses.push((await asWhom(`Bearer kw_abcd2345_${secret}`, address)).status);
      }
      expect([...new Set(statuses)]).toEqual([401, 429]);
      // Not even a good one is looked at then, but who reads without one goes on reading.
      expect((await ask(server, { query: ME }, { as: 'analyst', from: address })).status).toBe(429);
      expect((await ask(server, { query: ME }, { from: address })).status).toBe(200);
      expect((await ask(server, { query: ME }, { as: 'analyst', from: fresh() })).status).toBe(200);
    });

    test('the time of a refusal does not tell whether there is such a token', async () => {
      const id = (server.tokenOf.get('analyst') ?? '').slice('Bearer '.length, -44);
      const wrong = `Bearer ${id}_${'A'.repeat(43)}`;
      const unknown = `Bearer kw_zzzz9999_${'A'.repeat(43)}`;
      const times = { wrong: [] as number[], unknown: [] as number[] };
      for (let round = 0; round < 200; round += 1) {
        // Few of each from one address, which would be stopped.
        const address = `127.0.${110 + Math.floor(round / 200)}.${1 + Math.floor(round / 4)}`;
        for (const [kind, authorization] of [
          ['wrong', wrong],
          ['unknown', unknown],
        ] as const) {
          const begun = performance.now();
          const { status } = await ask(server, { query: ME }, { as: authorization, from: address });
          times[kind].push(performance.now() - begun);
          expect(status).toBe(401);
          tally('tokens', { status, text: '' });
        }
      }
      const [one, other] = [median(times.wrong), median(times.unknown)];
      const factor = Math.max(one, other) / Math.min(one, other);
      process.stdout.write(
        `a wrong secret: ${one.toFixed(2)} ms, an unknown token: ${other.toFixed(2)} ms, factor ${factor.toFixed(2)}\n`,
      );
      expect(factor).toBeLessThan(3);
    });

    test('what is nearly a token is none', async () => {
      const good = (server.tokenOf.get('administrator') ?? '').slice('Bearer '.length);
      const [, id = '', secret = ''] = /^kw_(\w{8})_(.+)$/.exec(good) ?? [];
      const tries = [
        `Bearer ${good}a`,
        `Bearer ${good.slice(0, -1)}`,
        `Bearer ${good.toUpperCase()}`,
        `Bearer kwl_${id}_${secret}`,
        `Bearer kw_${id}_${'%'.repeat(43)}`,
        `Bearer kw_${id}_`,
        `Bearer ${good} ${good}`,
        `Basic ${Buffer.from(`admin:${good}`).toString('base64')}`,
        `Token ${good}`,
        good,
        'Bearer ',
        'Bearer null',
        'Bearer undefined',
        `Bearer ${'q9'.repeat(3_500)}`,
        `Bearer ' or '1'='1`,
      ];
      for (const authorization of tries) {
        const { status, text } = await asWhom(authorization);
        expect([authorization.slice(0, 30), status]).toEqual([authorization.slice(0, 30), 401]);
        expect(text).not.toContain(secret);
      }
    });

    test.each(['ended', 'revoked'])('a token that has %s', async (name) => {
      const authorization = server.tokenOf.get(name) ?? '';
      expect((await asWhom(authorization)).status).toBe(401);
      expect((await deliver(server, 'x', { as: authorization, from: fresh() })).status).toBe(401);
    });

    test('a token in the address or the body is none', async () => {
      const token = (server.tokenOf.get('administrator') ?? '').slice('Bearer '.length);
      const query = encodeURIComponent(ME);
      for (const name of ['access_token', 'token', 'authorization', 'api_key']) {
        const path = `/graphql?${name}=${token}&query=${query}`;
        const { text } = await send(server, {
          method: 'GET',
          path,
          headers: { 'apollo-require-preflight': 'yes' },
          from: from(),
        });
        expect(text).toContain('ANONYMOUS');
        const posted = await send(server, {
          path: `/graphql?${name}=${token}`,
          headers: {
            'content-type': 'application/json',
            cookie: `${name}=${token}`,
            [`x-${name.replace('_', '-')}`]: token,
          },
          body: JSON.stringify({ query: ME, [name]: token }),
          from: from(),
        });
        tally('tokens', posted);
        expect(posted.text).toContain('ANONYMOUS');
        const released = await send(server, {
          path: `/releases/opening?${name}=${token}`,
          headers: { 'content-type': 'text/csv' },
          body: 'x',
          from: from(),
        });
        expect(released.status).toBe(401);
      }
    });

    const claims = { groups: ['coordinator-12070'] };
    const usual = () => ({
      iss: server.provider.issuer,
      aud: AUDIENCE,
      sub: 'somebody',
      exp: inAnHour(),
      ...claims,
    });

    test('a token of the issuer is taken', async () => {
      const token = await server.provider.token({ claims });
      expect((await asWhom(`Bearer ${token}`)).text).toContain('MANAGE_ACCESS');
    });

    test('a token without a signature', async () => {
      for (const alg of ['none', 'None', 'NONE', '', null]) {
        const unsigned = `${base64url({ alg, typ: 'at+jwt' })}.${base64url(usual())}.`;
        expect((await asWhom(`Bearer ${unsigned}`)).status).toBe(401);
        expect((await asWhom(`Bearer ${unsigned}AAAA`)).status).toBe(401);
      }
    });

    test('a token that is signed with the public key as if it were a secret', async () => {
      const key = server.provider.publicKey();
      for (const secret of [JSON.stringify(key), key.x ?? '', '']) {
        const start = `${base64url({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })}.${base64url(usual())}`;
        const signature = createHmac('sha256', secret).update(start).digest('base64url');
        expect((await asWhom(`Bearer ${start}.${signature}`)).status).toBe(401);
      }
    });

    test('a token that brings its own key', async () => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const jwk = publicKey.export({ format: 'jwk' });
      const kid = server.provider.publicKey().kid ?? '';
      for (const header of [
        { kid },
        { kid, jwk },
        { jku: 'http://127.0.0.1:9/keys' },
        { kid: '../../../dev/null' },
        { kid: "' or 1=1 --" },
      ]) {
        const token = await new SignJWT(usual())
          .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header })
          .sign(privateKey);
        expect((await asWhom(`Bearer ${token}`)).status).toBe(401);
      }
    });

    test('claims of a good signature that are not good', async () => {
      const now = Math.floor(Date.now() / 1000);
      const forged = [
        { iss: 'https://evil.example' },
        { iss: `${server.provider.issuer}/` },
        { aud: 'another' },
        { aud: undefined },
        { exp: now - 3_600 },
        { exp: undefined },
        { nbf: now + 3_600 },
        { exp: 'never' },
      ];
      for (const wrong of forged) {
        const token = await server.provider.forged({ ...claims, ...wrong });
        expect([wrong, (await asWhom(`Bearer ${token}`)).status]).toEqual([wrong, 401]);
      }
    });

    test('claims that would give more than the rules say', async () => {
      const groups = [
        ['coordinator-*'],
        ['coordinator-'],
        ['coordinator-12'],
        ['xcoordinator-12070'],
        ['coordinator-12070\n'],
        [{ territory: '12070' }],
        'ADMINISTRATOR',
        ['coordinator-{territory}'],
      ];
      for (const group of groups) {
        const token = await server.provider.forged(
          { groups: group, roles: ['ADMINISTRATOR'], role: 'ADMINISTRATOR' },
          { typ: 'at+jwt' },
        );
        const { text } = await asWhom(`Bearer ${token}`);
        expect([group, text.includes('MANAGE_ACCESS')]).toEqual([group, false]);
      }
    });

    test('a link that is used twice at once delivers once', async () => {
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      for (let round = 0; round < 3; round += 1) {
        const { text } = await ask(
          server,
          {
            query: `mutation { createAccessLink(name: "Stadt Perleberg ${round}", expiresAt: "${expiresAt}", grants: [{ role: MUNICIPALITY_EDITOR, territory: "12070296", plugin: "opening" }]) { ... on CreateAccessLinkPayload { secret } ... on Error { message } } }`,
          },
          { as: 'prignitz', from: from() },
        );
        const secret: string = JSON.parse(text).data.createAccessLink.secret;
        expect(secret).toMatch(/^kwl_/);
        server.secrets.add(secretPart(secret));
        const csv = (count: number) =>
          `Schlüssel;Zeitraum;Merkmal;Wert\n12070296;${2005 + round};opening/councilMembers;${count}\n`;
        const answers = await Promise.all(
          [20, 21, 22, 23].map((count) =>
            deliver(server, csv(count), { path: 'opening', as: `Bearer ${secret}`, from: fresh() }),
          ),
        );
        for (const answer of answers) {
          tally('tokens', answer);
          expect(harmIn(answer).filter((harm) => !harm.startsWith('status 503'))).toEqual([]);
        }
        expect(answers.filter(({ status }) => [200, 201, 202].includes(status))).toHaveLength(1);
        const again = await deliver(server, csv(24), {
          path: 'opening',
          as: `Bearer ${secret}`,
          from: fresh(),
        });
        expect(again.status).toBe(401);
      }
    });

    test('a token cannot prolong its own life, nor a link become a token', async () => {
      const id = (server.tokenOf.get('courses') ?? '').slice('Bearer '.length, -44);
      const inTwoYears = new Date(Date.now() + 700 * 86_400_000).toISOString();
      const query = `mutation { rotateAccessToken(id: "${id}", expiresAt: "${inTwoYears}", graceHours: 0) { __typename ... on RotateAccessTokenPayload { accessToken { expiresAt } } } }`;
      const { text } = await ask(server, { query }, { as: 'courses', from: from() });
      expect(text).not.toContain(inTwoYears.slice(0, 10));
      expect((await ask(server, { query: ME }, { as: 'courses', from: from() })).text).toContain('TOKEN');
    });
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
