import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { AttackedServer } from './attacked-server.ts';
import { harmIn, rowCounts } from './harm.ts';
import { ordinaryAnswer } from './ordinary-query.ts';
import { rawConnection, sendRaw, statusesIn } from './raw-request.ts';
import { type Answer, addressesOf, ask, type Sent, send } from './send.ts';
import { tally } from './tally.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const CSV_TYPE = { 'content-type': 'text/csv' };
const HARMLESS = '{ dataVersion { number } }';
const MUTATION = 'mutation { setDeliveryReview(district: "12070", reviews: true) { __typename } }';

/** What browsers send from a foreign page without asking first. */
const simpleTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  '',
];

const paths: readonly string[] = [
  '/boundaries/../../etc/passwd',
  '/boundaries/..%2f..%2f..%2fetc%2fpasswd',
  '/boundaries/%2e%2e/%2e%2e/etc/passwd',
  '/boundaries/....//....//etc/passwd',
  '/boundaries/districts.topojson%00.png',
  '/boundaries/districts.topojson?on=2015-12-31&on=2014-12-31',
  "/boundaries/districts.geojson?on='%20or%201=1",
  '/boundaries/districts.0000000000000000.geojson',
  '/boundaries/__proto__.geojson',
  `/boundaries/${'a'.repeat(5_000)}.geojson`,
  '/boundaries/%ff%fe',
  '/boundaries/%',
  '/releases/..%2f..%2fetc',
  '/releases/__proto__',
  '/releases/constructor?input=__proto__',
  '/releases/opening?input=__proto__&file=..%2f..%2fx',
  '/deliver?secret=<script>alert(1)</script>',
  '/deliver/../package.json',
  '/package.json',
  '/.git/config',
  '//evil.example/%2e%2e',
  '/graphql/../../etc/passwd',
  '/graphql;a=b',
  '/health/ready/../../etc/passwd',
];

const fileNames: readonly string[] = [
  '../../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '..',
  '.',
  'a\u0000.csv',
  'con.csv',
  `${'x'.repeat(4_000)}.csv`,
  '\u202evsc.exe',
  '"; rm -rf /; ".csv',
  '$(id).csv',
];

/** What HTTP itself allows to try. */
export function httpTricks(server: AttackedServer): void {
  describe('HTTP', () => {
    const from = addressesOf(3);
    const sent = async (request: Sent): Promise<Answer> => {
      const answer = await send(server, { from: from(), ...request });
      tally('HTTP', answer);
      expect(harmIn(answer)).toEqual([]);
      return answer;
    };
    const rawly = async (bytes: string, milliseconds?: number) => {
      const text = await sendRaw(server, bytes, {
        from: from(),
        ...(milliseconds !== undefined && { milliseconds }),
      });
      const statuses = statusesIn(text);
      tally('HTTP', { status: statuses.at(0) ?? 0, text });
      expect(statuses.filter((status) => status >= 500 && status !== 501 && status !== 505)).toEqual([]);
      return { text, statuses };
    };

    test.each([
      '',
      '{',
      'null',
      '"text"',
      '7',
      '{"query":',
      '{"query":"{ dataVersion { number } }"',
      "{'query':'{ dataVersion { number } }'}",
      '\u0000\u0001\u0002',
      '{"query":"\\ud800"}',
      '{"query":"{ dataVersion { number } }"}garbage',
      '\ufeff{"query":7}',
    ])('malformed JSON %j', async (body) => {
      const { status } = await sent({ headers: JSON_TYPE, body });
      expect(status).toBeGreaterThanOrEqual(400);
    });

    test('bytes that are no UTF-8', async () => {
      const body = Buffer.concat([
        Buffer.from('{"query":"{ a'),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
        Buffer.from('"}'),
      ]);
      expect((await sent({ headers: JSON_TYPE, body })).status).toBe(400);
    });

    test.each(simpleTypes)('a query as %j, as a foreign page may send it', async (type) => {
      const body = JSON.stringify({ query: HARMLESS });
      const { status, text } = await sent({ headers: type === '' ? {} : { 'content-type': type }, body });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('"data":{"dataVersion"');
    });

    test.each(simpleTypes)('a delivery as %j, as a foreign page may send it', async (type) => {
      const csv = 'Schlüssel;Zeitraum;Merkmal;Wert\n12070;2001;opening/staff;9\n';
      const headers = type === '' ? {} : { 'content-type': type };
      const { status } = await sent({ path: '/releases/opening', headers, body: csv, as: 'administrator' });
      expect(status).toBe(415);
    });

    test('types of JSON that are none', async () => {
      const body = JSON.stringify({ query: HARMLESS });
      for (const type of [
        'application/json; charset=utf-7',
        'application/graphql',
        'text/json',
        'application/json, text/plain',
      ]) {
        const { status, text } = await sent({ headers: { 'content-type': type }, body });
        expect([type, status >= 400 || text.includes('"dataVersion"')]).toEqual([type, true]);
      }
    });

    test('a mutation by GET', async () => {
      const path = `/graphql?query=${encodeURIComponent(MUTATION)}`;
      for (const headers of [{}, { 'apollo-require-preflight': 'yes' }, JSON_TYPE]) {
        const { status, text } = await sent({ method: 'GET', path, headers, as: 'administrator' });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(text).not.toContain('Payload');
      }
      const { rows } = await server.store.database.pool.query('select * from district_setting');
      expect(rows).toEqual([]);
    });

    test('a query by GET without a header that asks first', async () => {
      const { status } = await sent({
        method: 'GET',
        path: `/graphql?query=${encodeURIComponent(HARMLESS)}`,
      });
      expect(status).toBe(400);
    });

    test('an address of somebody else is not believed: limits hold for who really sends', async () => {
      const own = '127.0.203.1';
      const statuses = new Map<number, number>();
      for (let index = 0; index < 700; index += 1) {
        const forged = `10.${index % 200}.${index % 250}.1`;
        const headers = {
          ...JSON_TYPE,
          'x-forwarded-for': forged,
          'x-real-ip': forged,
          forwarded: `for=${forged}`,
        };
        const { status } = await sent({
          headers,
          body: JSON.stringify({ query: '{ __typename }' }),
          from: own,
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      expect([...statuses.keys()].toSorted()).toEqual([200, 429]);
      expect(statuses.get(200)).toBeLessThanOrEqual(601);
      expect(await ordinaryAnswer(server, from())).toBe('Prignitz');
    });

    test('a limit says what it is, and when to come back', async () => {
      const { status, headers, text } = await sent({
        headers: JSON_TYPE,
        body: JSON.stringify({ query: '{ __typename }' }),
        from: '127.0.203.1',
      });
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(JSON.parse(text).errors[0].extensions).toMatchObject({
        limit: expect.any(String),
        allowed: expect.any(Number),
      });
    });

    test('hosts, methods and protocols that are forged change nothing', async () => {
      for (const name of [
        'host',
        'x-forwarded-host',
        'x-original-url',
        'x-rewrite-url',
        'x-http-method-override',
        'x-forwarded-proto',
      ]) {
        const headers = {
          ...JSON_TYPE,
          [name]: name === 'x-http-method-override' ? 'DELETE' : 'evil.example',
        };
        const {
          status,
          text,
          headers: given,
        } = await sent({ headers, body: JSON.stringify({ query: HARMLESS }) });
        expect([name, status]).toEqual([name, 200]);
        expect(text + JSON.stringify(given)).not.toContain('evil.example');
      }
      const { headers } = await sent({ method: 'GET', path: '/', headers: { host: 'evil.example' } });
      expect(headers.location).toBe('/graphql');
    });

    test('two headers Authorization are not one that may more', async () => {
      const token = (name: string) => server.tokenOf.get(name) ?? '';
      for (const [one, other] of [
        ['analyst', 'administrator'],
        ['revoked', 'administrator'],
      ] as const) {
        const body = '{"query":"{ me { identity may } }"}';
        const { text } = await rawly(
          `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: ${token(one)}\r\nAuthorization: ${token(other)}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
        );
        expect(text).not.toContain('MANAGE_ACCESS');
      }
      const both = `${token('analyst')}, ${token('administrator')}`;
      const { status } = await sent({
        headers: { ...JSON_TYPE, authorization: both },
        body: JSON.stringify({ query: HARMLESS }),
      });
      expect(status).toBe(401);
    });

    test('headers that are too long, too many, or hold what no header may', async () => {
      const start = 'GET /health/live HTTP/1.1\r\nHost: a\r\n';
      const ends = 'Connection: close\r\n\r\n';
      const refused = [
        `${start}X: ${'a'.repeat(200_000)}\r\n${ends}`,
        `${start}${Array.from({ length: 5_000 }, (_, index) => `X${index}: a`).join('\r\n')}\r\n${ends}`,
        `${start}X: a\u0000b\r\n${ends}`,
        `${start}X : a\r\n${ends}`,
        `${start} folded: a\r\n${ends}`,
        `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\n${ends}`,
        `GET /health/live HTTP/9.9\r\nHost: a\r\n${ends}`,
        `GET /health/live HTTP/1.1\r\n${ends}`,
        `\u0016\u0003\u0001 not HTTP at all\r\n\r\n`,
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      ];
      for (const bytes of refused) {
        const { statuses, text } = await rawly(bytes);
        expect([bytes.slice(0, 60), statuses.includes(200)]).toEqual([bytes.slice(0, 60), false]);
        expect(harmIn({ status: 400, headers: {}, text })).toEqual([]);
      }
    });

    test('a request inside another one is not answered', async () => {
      const inner = 'GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
      const starts = [
        `Content-Length: ${inner.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
        `Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${inner}`,
        `Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${inner}`,
        `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`,
        `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`,
        `Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
        `Content-Length: +5\r\n\r\nhello${inner}`,
        `Content-Length: -1\r\n\r\n${inner}`,
        `Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n${inner}`,
        `Transfer-Encoding: chunked\r\n\r\n-1\r\n${inner}`,
      ];
      for (const start of starts) {
        const bytes = `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${start}`;
        const { text } = await rawly(bytes);
        expect([start.slice(0, 60), text.includes('/smuggled')]).toEqual([start.slice(0, 60), false]);
      }
    });

    test('requests one behind the other are answered in their order, each for who sent it', async () => {
      const asked = (authorization: string) => {
        const body = '{"query":"{ me { kind } }"}';
        return `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${authorization}Content-Length: ${body.length}\r\n\r\n${body}`;
      };
      const signedIn = `Authorization: ${server.tokenOf.get('analyst')}\r\n`;
      const { text } = await rawly([asked(signedIn), asked(''), asked(signedIn), asked('')].join(''), 1_000);
      expect([...text.matchAll(/"kind":"(\w+)"/g)].map(([, kind]) => kind)).toEqual([
        'TOKEN',
        'ANONYMOUS',
        'TOKEN',
        'ANONYMOUS',
      ]);
    });

    test('senders that never come to an end do not keep others out', async () => {
      const slow = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const socket = await rawConnection(server, from());
          socket.write(
            index % 2 === 0
              ? 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"query'
              : 'GET /graphql HTTP/1.1\r\nHost: a\r\nX-',
          );
          return socket;
        }),
      );
      for (let round = 0; round < 5; round += 1)
        expect(await ordinaryAnswer(server, from())).toBe('Prignitz');
      for (const socket of slow) socket.destroy();
      tally('HTTP', { status: 408, text: '' });
    });

    test('bodies that are too long, announced and not', async () => {
      const announced = await rawly(
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{',
      );
      expect(announced.statuses).toEqual([413]);
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      const streamed = await rawly(
        `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(40)}0\r\n\r\n`,
      );
      // Node ends the connection of a sender who does not listen: then nothing comes back.
      expect([[413], []]).toContainEqual(streamed.statuses);
      const released = await rawly(
        `POST /releases/opening HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nAuthorization: ${server.tokenOf.get('institute')}\r\nContent-Length: 9999999999\r\n\r\nx`,
        3_000,
      );
      expect(released.statuses).toEqual([413]);
    });

    test('a compressed body is not unpacked', async () => {
      const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, ' '));
      for (const encoding of ['gzip', 'deflate', 'br', 'identity, gzip']) {
        const headers = { ...JSON_TYPE, 'content-encoding': encoding };
        const { status } = await sent({ headers, body: bomb });
        expect([encoding, status >= 400]).toEqual([encoding, true]);
        const released = await sent({
          path: '/releases/opening',
          headers: { ...CSV_TYPE, 'content-encoding': encoding },
          body: bomb,
          as: 'institute',
        });
        expect([encoding, released.status]).toEqual([encoding, 415]);
      }
    });

    test('archives that unpack to more than they say', async () => {
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const before = server.memory();
      for (const body of [
        Buffer.from('PK\u0003\u0004'),
        Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100_000, 0xff)]),
        gzipSync(Buffer.alloc(1_000_000)),
      ]) {
        const { status } = await sent({
          path: '/releases/opening?file=a.xlsx',
          headers: { 'content-type': type },
          body,
          as: 'institute',
        });
        expect([415, 422]).toContain(status);
      }
      expect(server.memory() - before).toBeLessThan(200 * 1024 ** 2);
    });

    test.each(paths)('%s', async (path) => {
      for (const method of ['GET', 'POST']) {
        const answer = await sent({
          method,
          path,
          headers: method === 'POST' ? CSV_TYPE : {},
          as: 'institute',
        });
        expect(answer.text).not.toMatch(/root:x:0|"workspaces"|\[core\]/);
        expect(answer.text).not.toContain('<script>alert(1)');
      }
    });

    test.each(fileNames)('a file that is called %j', async (name) => {
      const csv = 'Schlüssel;Zeitraum;Merkmal;Wert\n12070;2001;opening/staff;viele\n';
      const places: readonly Pick<Sent, 'path' | 'headers'>[] = [
        { path: `/releases/opening?file=${encodeURIComponent(name)}` },
        { headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } },
      ];
      for (const { path = '/releases/opening', headers } of places) {
        const { status, text } = await sent({
          path,
          headers: { ...CSV_TYPE, ...headers },
          body: csv,
          as: 'institute',
        });
        expect(status).toBe(422);
        for (const problem of JSON.parse(text).problems)
          expect(problem.file ?? '').not.toMatch(/[/\\\p{C}]/u);
      }
    });

    test('foreign pages may not read, and are not told that they may', async () => {
      for (const origin of [
        'https://evil.example',
        'null',
        'http://localhost.evil.example',
        'https://kreis.example.evil.example',
        'http://kreis.example',
      ]) {
        const asked = {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,authorization',
        };
        const preflight = await sent({ method: 'OPTIONS', headers: asked });
        const read = await sent({
          headers: { ...JSON_TYPE, origin },
          body: JSON.stringify({ query: HARMLESS }),
        });
        for (const { headers } of [preflight, read]) {
          expect([origin, headers['access-control-allow-origin']]).toEqual([origin, undefined]);
          expect(headers['access-control-allow-credentials']).toBeUndefined();
        }
      }
    });

    test('answers say that they are what they are', async () => {
      const { headers } = await sent({ headers: JSON_TYPE, body: JSON.stringify({ query: HARMLESS }) });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers.server).toBeUndefined();
      expect(headers['set-cookie']).toBeUndefined();
    });

    test.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'CONNECT', 'HEAD', 'FOO'])(
      'the method %s',
      async (method) => {
        const secret = server.tokenOf.get('administrator') ?? '';
        const { text, statuses } = await rawly(
          `${method} /graphql HTTP/1.1\r\nHost: a\r\nX-Echo: echoed-back\r\nAuthorization: ${secret}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        );
        expect(statuses).not.toContain(200);
        expect(text).not.toContain('echoed-back');
        expect(text).not.toContain(secret);
      },
    );

    test('nothing was changed by any of it', async () => {
      const { release: releases } = await rowCounts(server);
      const { text } = await ask(server, { query: HARMLESS }, { from: from() });
      expect(JSON.parse(text).data.dataVersion.number).toBeGreaterThan(0);
      expect(releases).toBeGreaterThan(0);
      expect(await ordinaryAnswer(server, from())).toBe('Prignitz');
    });
  });
}
