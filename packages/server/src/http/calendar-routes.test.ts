import { actingOperator, addDays, type Grant, grantOf } from '@kreisweit/domain';
import { createSchema } from '@kreisweit/graphql';
import { actingStore, revokeToken, type Store, todayInGermany } from '@kreisweit/store';
import { servers, smallStore } from '@kreisweit/store/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultLimits } from '../limits/limits.ts';
import { createLog } from '../log.ts';
import { graphqlServer } from './graphql-server.ts';
import { httpServer } from './http-server.ts';
import { readyServer } from './ready-server.ts';
import type { ServerPhase } from './server-phase.ts';

const lines: string[] = [];
const log = createLog('debug', (line) => lines.push(line));
const today = todayInGermany();
const secrets: string[] = [];

let store: Store;
let server: FastifyInstance;
let phase: ServerPhase = { kind: 'starting' };
let calendar: string;

const operator = () => actingStore(store, actingOperator);

async function tokenWith(...grants: readonly Grant[]): Promise<string> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const request = { kind: 'token', name: 'Calendar of Aue', grants, expiresAt } as const;
  const { secret } = await operator().createToken(request);
  secrets.push(secret);
  return secret;
}

async function plan(key: string, day: string, title: string): Promise<void> {
  const value = {
    key,
    district: '16097',
    title: { de: title, en: `${title} (en)` },
    day,
    territory: '16097002',
    organiser: null,
    audience: 'BOTH',
    state: 'PLANNED',
    link: null,
  } as const;
  await operator().saveTraining({ value, expectedRevision: 0 });
}

const long =
  'Leichte Sprache; für Ämter, Städte und Gemeinden größer als 500 Einwohnerinnen und Einwohner \\ 😀';

beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
  const limits = {
    ...defaultLimits,
    http: { ...defaultLimits.http, failedSignInsPerMinute: 20 },
  };
  server = await httpServer({ phase: () => phase, origins: [], log, limits });
  phase = readyServer({ store, apollo: await graphqlServer(createSchema(), log), log });
  calendar = await tokenWith(grantOf('CALENDAR_READER', { territory: '16097' }));
  await plan('plain-language', addDays(today, 20), long);
  await plan('later', addDays(today, 200), 'Später');
  await plan('overdue', addDays(today, -20), 'Überfällig');
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}) => server.inject({ url, headers });
const calendarOf = (rest = '', token = calendar) => get(`/calendar/16097.ics?token=${token}${rest}`);

/** The lines of a calendar, unfolded, after a look at every octet (RFC 5545, 3.1). */
function contentLines(octets: Buffer): readonly string[] {
  expect(octets.subarray(-2).toString('latin1')).toBe('\r\n');
  const folded = octets.toString('latin1').slice(0, -2).split('\r\n');
  for (const line of folded) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(line.length).toBeLessThanOrEqual(75);
    // Each line is UTF-8 by itself: no character is split.
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
  }
  const text = Buffer.from(folded.join('\r\n').replaceAll('\r\n ', ''), 'latin1').toString();
  const unfolded = text.split('\r\n');
  for (const line of unfolded) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;,"]+)*:/);
  return unfolded;
}

function valuesOf(body: Buffer, property: string): readonly string[] {
  return contentLines(body)
    .filter((line) => line.startsWith(`${property}:`))
    .map((line) => line.slice(property.length + 1));
}

describe('a calendar to subscribe to', () => {
  test('tells what is due within a year, and what is overdue', async () => {
    const answer = await calendarOf();
    expect(answer.statusCode).toBe(200);
    const {
      'content-type': type,
      'cache-control': cache,
      etag,
      'x-content-type-options': sniff,
    } = answer.headers;
    expect({ type, cache, sniff }).toEqual({
      type: 'text/calendar; charset=utf-8',
      cache: 'private, max-age=900',
      sniff: 'nosniff',
    });
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const told = contentLines(answer.rawPayload);
    expect([told[0], told.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
    expect(valuesOf(answer.rawPayload, 'X-WR-CALNAME')).toEqual(['Aue: was ansteht']);
    expect(valuesOf(answer.rawPayload, 'SUMMARY')).toEqual([
      'Birke: Eintragen\\, ob die Fortbildung stattgefunden hat: Überfällig',
      `Birke: Fortbildung: ${long.replace(/[\\;,]/g, '\\$&')}`,
      'Birke: Fortbildung: Später',
    ]);
    expect(valuesOf(answer.rawPayload, 'UID')).toContain('training:plain-language:16097002@kreisweit');
  });

  test('in English, and so many months ahead', async () => {
    const { rawPayload } = await calendarOf('&lang=en&months=2');
    expect(valuesOf(rawPayload, 'SUMMARY').map((summary) => summary.slice(0, 31))).toEqual([
      'Birke: Record whether the train',
      'Birke: Training: Leichte Sprach',
    ]);
    expect(valuesOf(rawPayload, 'NAME')).toEqual(['Aue: what is due']);
  });

  test('is not sent again while it is the same', async () => {
    const { headers } = await calendarOf();
    const known = { 'if-none-match': `"other", ${headers.etag}` };
    const again = await get(`/calendar/16097.ics?token=${calendar}`, known);
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await plan('one-more', addDays(today, 30), 'Noch eine');
    const anew = await get(`/calendar/16097.ics?token=${calendar}`, known);
    expect(anew.statusCode).toBe(200);
    expect(anew.headers.etag).not.toBe(headers.etag);
  });
});

test('what several municipalities have to deliver is one event, which names them', async () => {
  const value = {
    key: 'figures',
    district: '16099',
    plugin: 'small',
    period: '2025',
    askedOf: 'MUNICIPALITIES',
    title: { de: 'Zahlen', en: 'Figures' },
    dueOn: addDays(today, 10),
    endedOn: null,
  } as const;
  await operator().saveDeliveryDeadline({ value, expectedRevision: 0 });
  await operator().saveDeliveryDeadline({
    value: { ...value, key: 'own-figures', period: '2027', askedOf: 'DISTRICT' },
    expectedRevision: 0,
  });
  const token = await tokenWith(grantOf('CALENDAR_READER', { territory: '16099' }));
  const { rawPayload } = await get(`/calendar/16099.ics?token=${token}`);
  const told = (['UID', 'SUMMARY', 'DESCRIPTION'] as const).map((name) => valuesOf(rawPayload, name));
  expect(told).toMatchInlineSnapshot(`
    [
      [
        "delivery:figures:16099@kreisweit",
        "delivery:own-figures:16099@kreisweit",
      ],
      [
        "2 Gemeinden: Zahlen liefern: Zahlen",
        "Landkreis Fels: Zahlen liefern: Zahlen",
      ],
      [
        "Datenlieferung: Zahlen liefern\\nLerche\\nSpecht",
        "Datenlieferung: Zahlen liefern",
      ],
    ]
  `);
});

describe('who may', () => {
  test('with the token in the header too, which may then be any that reads what is due', async () => {
    const coordinator = await tokenWith(grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
    for (const token of [calendar, coordinator]) {
      const answer = await get('/calendar/16097.ics', { authorization: `Bearer ${token}` });
      expect(answer.statusCode).toBe(200);
    }
  });

  test('a token that may do more is refused in the address, and says why', async () => {
    for (const role of ['DISTRICT_COORDINATOR', 'ANALYST'] as const) {
      const broad = await tokenWith(
        grantOf('CALENDAR_READER', { territory: '16097' }),
        grantOf(role, { territory: '16097' }),
      );
      const answer = await calendarOf('', broad);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('This token may do more than read a calendar');
      expect(answer.body).toContain(`npx kreisweit token rotate ${broad.slice(0, 11)} --grace 0`);
      expect(answer.body).not.toContain(broad.slice(12));
      expect(lines.join('')).toContain(`identity="token:${broad.slice(0, 11)}"`);
    }
  });

  test('nobody for another district, known or not', async () => {
    for (const district of ['16099', '16001']) {
      const answer = await get(`/calendar/${district}.ics?token=${calendar}`);
      expect([answer.statusCode, answer.body]).toEqual([
        403,
        `This access is not for the calendar of ${district}\n`,
      ]);
    }
    const other = await tokenWith(grantOf('CALENDAR_READER', { territory: '16099' }));
    expect((await calendarOf('', other)).statusCode).toBe(403);
  });

  test('nobody without a token that is accepted: which one was wrong, and how, is told to nobody', async () => {
    const revoked = await tokenWith(grantOf('CALENDAR_READER', { territory: '16097' }));
    await revokeToken(store, actingOperator, revoked.slice(0, 11));
    const webToken = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUifQ.c2lnbmF0dXJl';
    const answers = await Promise.all([
      get('/calendar/16097.ics'),
      get('/calendar/16001.ics'),
      ...[revoked, `${calendar}x`, '', 'kw_', webToken, `${calendar}&token=${calendar}`].map((token) =>
        calendarOf('', token),
      ),
    ]);
    for (const { statusCode, body, headers } of answers) {
      expect([statusCode, body]).toEqual([
        401,
        'A calendar needs a token that is valid now: /calendar/12070.ics?token=kw_...\n',
      ]);
      expect(headers).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        'www-authenticate': expect.stringContaining('Bearer'),
      });
    }
  });

  test('an address that is none says what to write', async () => {
    const answers = await Promise.all([
      get(`/calendar/16097?token=${calendar}`),
      get(`/calendar/..%2f16097.ics?token=${calendar}`),
      calendarOf('&months=25'),
      calendarOf('&months=0'),
      calendarOf('&months=1e1'),
      calendarOf('&lang=fr'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 400, 400, 400, 400]);
    for (const { body } of answers) expect(body).not.toContain(calendar.slice(12));
  });
});

test('a token of a calendar reads nothing else that is not public', async () => {
  const ask = async (query: string, url = '/graphql', headers: Record<string, string> = {}) =>
    (await server.inject({ method: 'POST', url, payload: { query }, headers })).json();
  const bearer = { authorization: `Bearer ${calendar}` };
  const due = `due(until: "${addDays(today, 25)}", kinds: [TRAINING]) { nodes { key } }`;
  expect(await ask(`{ district(key: "16097") { ${due} } }`, '/graphql', bearer)).toEqual({
    data: { district: { due: { nodes: [{ key: 'overdue' }, { key: 'plain-language' }] } } },
  });
  const { data, errors } = await ask(
    `{ district(key: "16099") { name ${due} } auditTrail { totalCount } accessTokens { totalCount }
       deliveryReview(district: "16097") { reviews } proposedReleases { totalCount } }`,
    '/graphql',
    bearer,
  );
  expect(data).toEqual({
    district: { name: 'Fels', due: null },
    auditTrail: null,
    accessTokens: null,
    deliveryReview: null,
    proposedReleases: null,
  });
  expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual(
    Array.from({ length: 5 }, () => 'FORBIDDEN'),
  );
  expect(await ask('{ me { kind } }', `/graphql?token=${calendar}`)).toEqual({
    data: { me: { kind: 'ANONYMOUS' } },
  });
});

test('no token is in the log', async () => {
  await calendarOf();
  await calendarOf('', await tokenWith(grantOf('ADMINISTRATOR')));
  await get(`/calendar/16001.ics?token=${calendar}`);
  await get(`/calendar/${calendar}.ics?token=${calendar}`);
  await get(`/elsewhere?token=${calendar}`);
  log.error(`could not answer /calendar/16097.ics?lang=de&token=${calendar}`, {
    url: `/calendar/16097.ics?token=${calendar}`,
  });
  expect(lines.join('')).toContain('GET /calendar/16097.ics status=200');
  for (const secret of secrets) expect(lines.join('')).not.toContain(secret.slice(12));
});

test('starting: not yet', async () => {
  const ready = phase;
  phase = { kind: 'starting' };
  const answer = await calendarOf();
  phase = ready;
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
});

test('who guesses tokens in addresses is stopped, as with the header', async () => {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 25; attempt += 1) {
    statuses.push((await calendarOf('', `kw_ab23cd45_${'x'.repeat(43)}`)).statusCode);
  }
  expect(statuses).toContain(401);
  expect(statuses.at(-1)).toBe(429);
});
