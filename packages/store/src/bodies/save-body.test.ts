import { InputProblems, NotAllowed, RevisionConflict } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everyEntry } from '../audit/audit-query.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import { saveActors } from '../content/save-actors.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { bodyOf, coordinationOf, seatOf } from '../testing/body-samples.ts';
import { servers } from '../testing/engines.ts';
import { actorOf } from '../testing/small-actors.ts';
import { smallStore } from '../testing/small-store.ts';
import { bodiesPage } from './bodies-page.ts';
import type { BodyInput } from './put-bodies.ts';
import { putMembers } from './put-members.ts';
import { saveBody } from './save-body.ts';
import { seatsOfActors } from './seats-of-actors.ts';
import { storedBodies } from './stored-bodies.ts';

const today = '2026-03-01';
const aue = coordinationOf('16097');
const address = { district: '16097', key: 'steering-group' };

let store: Store;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
});
beforeEach(async () => {
  await store.database.pool.query('truncate cooperation_body, audit_entry, actor cascade');
  await saveActors(
    store,
    ['town-hall', 'club', 'old-club'].map((key) => actorOf(key)),
  );
});
afterAll(() => store.close());

const save = (value: BodyInput, expectedRevision: number, acting = aue) =>
  saveBody(store, acting, { value, expectedRevision }, { today });

const put = (members: Parameters<typeof putMembers>[2]['members']) =>
  inTransaction<StoreSchema, Awaited<ReturnType<typeof putMembers>>>(store.database, ({ client, kysely }) =>
    putMembers(async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows, kysely, {
      district: '16097',
      members,
      today,
    }),
  );

async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputProblems)) throw error ?? new Error('it was not refused');
  return error.problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`);
}

test('is one record with its members, and what is the same changes nothing', async () => {
  const members = [
    seatOf('town-hall', { role: 'CHAIR', represents: ['160975001003', '16097001'] }),
    seatOf('club', { from: null, until: '2025-12-31' }),
  ];
  const saved = await save(bodyOf({ district: '160970000000', members }), 0);
  expect(saved).toEqual({
    ...bodyOf(),
    members: [
      { ...members[0], body: 'steering-group', represents: ['16097001', '16097003'] },
      { ...members[1], body: 'steering-group' },
    ],
    revision: 1,
  });
  expect(await storedBodies(store.db, [address, { ...address, district: '16099' }])).toEqual([saved, null]);

  expect(await save(bodyOf({ members }), 1)).toEqual(saved);
  expect(await save(bodyOf(), 1)).toEqual(saved);
  const every = { weeks: 2 };
  const fewer = bodyOf({
    purpose: { de: 'Austausch', en: 'Exchange' },
    recurrence: { every, since: '2026-01-01' },
    members: members.slice(1),
  });
  const changed = await save(fewer, 1);
  expect(changed).toMatchObject({ revision: 2, recurrence: { every }, members: [{ actor: 'club' }] });
  expect(await storedBodies(store.db, [address])).toEqual([changed]);

  const { rows } = await auditTrail(store.db, { ...everyEntry, districts: null, first: 9, after: null });
  expect(
    rows.map(({ what, subject, role, before }) => ({ what, subject, role, isNew: before === null })),
  ).toEqual([
    {
      what: 'body.saved',
      subject: { kind: 'body', key: '16097/steering-group' },
      role: 'DISTRICT_COORDINATOR',
      isNew: false,
    },
    {
      what: 'body.saved',
      subject: { kind: 'body', key: '16097/steering-group' },
      role: 'DISTRICT_COORDINATOR',
      isNew: true,
    },
  ]);
});

test('names all that is wrong with it, in the words of the arguments, and leaves nothing behind', async () => {
  const bad = bodyOf({
    title: { de: ' ', en: 'Steering group' },
    recurrence: { every: { months: 0 }, since: '2026-02-30' },
    members: [
      seatOf('clubs'),
      seatOf('club', { represents: ['16099001', '16097666', '16097001', '16097001'] }),
      seatOf('club', { from: '2025-06-01' }),
    ],
  });
  expect(await refusal(save(bad, 0))).toMatchInlineSnapshot(`
    [
      "body.title.de REQUIRED: it is empty: write it in German and in English",
      "body.recurrence.since FORM: '2026-02-30' is no day: write it as 2026-02-28",
      "body.recurrence.every FORM: every 0 is no interval: write a whole number from 1 to 120",
      "body.members.0.actor UNKNOWN: there is no actor 'clubs': did you mean 'club'?",
      "body.members.1.represents.0 UNKNOWN: there is no municipality of the district '16099001': did you mean '16097001'?",
      "body.members.1.represents.1 UNKNOWN: there is no municipality of the district '16097666': enter it first or mend the key",
      "body.members.1.represents.3 DUPLICATE: '16097001' is already at body.members.1.represents.2: leave one of them out",
      "body.members.2.validFrom DUPLICATE: body.members.1 says the same for some of its days: end one of them before the other begins",
    ]
  `);
  expect(
    await refusal(save(bodyOf({ district: '16097001', key: 'A b' }), 0, coordinationOf('16097001'))),
  ).toMatchInlineSnapshot(`
    [
      "body.key FORM: 'A b' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "body.district UNKNOWN: there is no district '16097001': enter it first or mend the key",
    ]
  `);
  expect(await storedBodies(store.db, [address])).toEqual([null]);
});

test('a municipality that is gone was represented once', async () => {
  const members = [seatOf('club', { represents: ['16099002'], from: '2014-01-01', until: '2015-12-31' })];
  const fels = bodyOf({ district: '16099', members });
  expect(await save(fels, 0, coordinationOf('16099'))).toMatchObject({ revision: 1 });
  expect(
    await refusal(
      save({ ...fels, members: [seatOf('club', { represents: ['16099002'] })] }, 1, coordinationOf('16099')),
    ),
  ).toMatchInlineSnapshot(`
    [
      "body.members.0.represents.0 UNKNOWN: there is no municipality of the district '16099002': did you mean '16099001'?",
    ]
  `);
});

test('what is left out stays, null clears it, and problems are named by the arguments', async () => {
  const whole = bodyOf({ purpose: { de: 'Austausch', en: 'Exchange' }, until: '2027-12-31' });
  await save(whole, 0);
  const { purpose, recurrence, from, until, ...short } = whole;
  expect(await save(short, 1)).toMatchObject({ ...whole, revision: 1 });
  const cleared = { purpose: null, recurrence: null, from: null, until: null };
  expect(await save({ ...short, title: { de: 'A', en: 'A' }, recurrence: null }, 1)).toMatchObject({
    purpose,
    recurrence: null,
    until,
    revision: 2,
  });
  expect(await save({ ...short, ...cleared }, 2)).toMatchObject({ ...cleared, revision: 3 });
  expect(await save({ ...short, key: 'network' }, 0)).toMatchObject(cleared);
  const members = [seatOf('club', { until: '2024-01-01' }), seatOf('town-hall', { from: '2025-02-30' })];
  expect(await refusal(save({ ...short, from: 'soon', until: '2020-01-01', members }, 3))).toEqual([
    expect.stringMatching(/^body\.validFrom FORM/),
    expect.stringMatching(/^body\.members\.0\.validUntil ORDER/),
    expect.stringMatching(/^body\.members\.1\.validFrom FORM/),
  ]);
  expect(await refusal(save({ ...short, from, until: '2020-01-01' }, 3))).toEqual([
    expect.stringMatching(/^body\.validUntil ORDER/),
  ]);
});

test('an actor that was merged or is no more takes no new seat, and one actor has one role at a time', async () => {
  const stored = bodyOf({ members: [seatOf('old-club'), seatOf('town-hall')] });
  await save(stored, 0);
  await store.database.pool.query(`update actor set merged_into = 'club' where key = 'old-club'`);
  await store.database.pool.query(`update actor set deactivated_on = '2026-02-01' where key = 'town-hall'`);
  expect(await save(stored, 1)).toMatchObject({
    revision: 1,
    members: [{ actor: 'club' }, { actor: 'town-hall' }],
  });
  const past = seatOf('town-hall', { until: '2026-01-31' });
  expect(await save(bodyOf({ key: 'network', members: [past] }), 0)).toMatchObject({ revision: 1 });
  const members = [
    seatOf('old-club', { role: 'CHAIR' }),
    seatOf('town-hall', { from: '2026-03-01' }),
    seatOf('club', { role: 'GUEST' }),
  ];
  expect(await refusal(save({ ...stored, members }, 1))).toMatchInlineSnapshot(`
    [
      "body.members.2.role CONFLICT: 'club' sits there as CHAIR from 2025-01-01 until further notice (body.members.0) already, and has one role at a time: end one of the seats before the other begins",
      "body.members.0.actor CONFLICT: 'old-club' was merged into 'club': enter that one",
      "body.members.1.actor CONFLICT: 'town-hall' is not active since 2026-02-01: choose another actor, or let the seat end before",
    ]
  `);
  const file = { body: 'steering-group', ...seatOf('club', { role: 'GUEST', from: '2026-01-01' }) };
  expect(await refusal(put([file]))).toMatchInlineSnapshot(`
    [
      "members.0.role CONFLICT: 'club' sits there as MEMBER from 2025-01-01 until further notice already, and has one role at a time: end one of the seats before the other begins",
    ]
  `);
});

test('is refused to those who coordinate another district', async () => {
  await expect(save(bodyOf(), 0, coordinationOf('16099'))).rejects.toThrow(NotAllowed);
});

test('of those who save at once one is first, and nothing of theirs is lost', async () => {
  const titled = (de: string) => bodyOf({ title: { de, en: de }, members: [seatOf('club')] });
  for (const revision of [0, 1]) {
    const done = await Promise.allSettled(
      ['one', 'other', 'third'].map((de) => save(titled(de + revision), revision)),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of done) {
      if (result.status === 'fulfilled') continue;
      expect(result.reason).toBeInstanceOf(RevisionConflict);
      expect(result.reason).toMatchObject({ expectedRevision: revision, revision: revision + 1 });
    }
  }
  const [body] = await storedBodies(store.db, [address]);
  expect(body).toMatchObject({ revision: 2, members: [{ actor: 'club' }] });
  await expect(save(titled('late'), 1)).rejects.toMatchObject({ revision: 2 });
  await expect(save(bodyOf({ key: 'network' }), 3)).rejects.toMatchObject({ revision: 0 });
});

test('the key of a body is its own in each district only', async () => {
  await save(bodyOf(), 0);
  await save(bodyOf({ district: '16099', members: [seatOf('club')] }), 0, coordinationOf('16099'));
  await save(
    bodyOf({ key: 'network', kind: 'NETWORK', title: { de: 'Übergang', en: 'x' }, until: '2025-12-31' }),
    0,
  );
  const filter = { kinds: null, on: null, text: null, first: 10, after: null };
  const listed = async (query: Partial<Parameters<typeof bodiesPage>[1]>) =>
    (await bodiesPage(store.db, { ...filter, districts: ['16099', '16097', '16098'], ...query })).map(
      ({ rows, total, hasNext }) => `${rows.map(({ key }) => key).join(' ')} of ${total} ${hasNext}`,
    );
  expect(await listed({})).toEqual([
    'steering-group of 1 false',
    'network steering-group of 2 false',
    ' of 0 false',
  ]);
  expect(await listed({ first: 1 })).toEqual([
    'steering-group of 1 false',
    'network of 2 true',
    ' of 0 false',
  ]);
  expect(await listed({ after: 'network' })).toContain('steering-group of 2 false');
  expect(await listed({ kinds: ['NETWORK'], text: 'ÜBER' })).toEqual([
    ' of 0 false',
    'network of 1 false',
    ' of 0 false',
  ]);
  expect(await listed({ on: '2026-01-01' })).toContain('steering-group of 1 false');
});

test('seats from a file join those that there are, each once', async () => {
  await save(bodyOf({ members: [seatOf('club'), seatOf('town-hall', { role: 'CHAIR' })] }), 0);
  await save(bodyOf({ key: 'network' }), 0);
  const inGroup = (body: string) => ({ body, ...seatOf('club') });
  const ended = { ...inGroup('steering-group'), until: '2025-12-31' };
  const fresh = { ...inGroup('steering-group'), from: '2026-02-01', represents: ['16097002'] };
  const done = await put([ended, fresh, inGroup('network')]);
  expect(done.map(({ after }) => [after.key, after.revision, after.members.length])).toEqual([
    ['steering-group', 2, 3],
    ['network', 2, 1],
  ]);
  expect(await storedBodies(store.db, [address])).toEqual([done[0]?.after]);
  const again = await put([ended, fresh]);
  expect(again.every(({ before, after }) => before === after)).toBe(true);

  expect(
    await refusal(
      put([
        { ...fresh, from: '2026-02-15' },
        { ...fresh, body: 'netwrk', actor: 'nobody' },
      ]),
    ),
  ).toMatchInlineSnapshot(`
    [
      "members.0.from DUPLICATE: the seat that it has from 2026-02-01 until further notice says the same for some of its days: end one of them before the other begins",
      "members.1.body UNKNOWN: there is no body 'netwrk': enter it first or mend the key",
      "members.1.actor UNKNOWN: there is no actor 'nobody': enter it first or mend the key",
    ]
  `);
});

test('where an actor and the one that it was merged into had the same seat, it is one, and can be saved as it is read', async () => {
  const members = [
    seatOf('old-club', { represents: ['16097002'] }),
    seatOf('club', { from: '2024-01-01', until: '2026-06-30' }),
  ];
  await save(bodyOf({ members }), 0);
  await store.database.pool.query(`update actor set merged_into = 'club' where key = 'old-club'`);
  const [body] = await storedBodies(store.db, [address]);
  const one = { body: 'steering-group', ...seatOf('club', { from: '2024-01-01', represents: ['16097002'] }) };
  expect(body?.members).toEqual([one]);
  expect(await save(bodyOf({ members: [one] }), 1)).toMatchObject({ revision: 1 });
  const [same] = await put([one]);
  expect(same?.before).toBe(same?.after);
});

test('an actor that was merged is the one that is left, wherever it sits', async () => {
  await save(
    bodyOf({ members: [seatOf('old-club'), seatOf('club', { role: 'OFFICE', until: '2025-06-30' })] }),
    0,
  );
  await save(bodyOf({ key: 'network', members: [seatOf('old-club')] }), 0);
  await store.database.pool.query(`update actor set merged_into = 'club' where key = 'old-club'`);
  const [body] = await storedBodies(store.db, [address]);
  expect(body?.members.map(({ actor }) => actor)).toEqual(['club', 'club']);
  const seats = await seatsOfActors(store.db, [
    { actor: 'club', on: today },
    { actor: 'old-club', on: null },
    { actor: 'town-hall', on: null },
  ]);
  expect(seats.map((found) => found.map((seat) => `${seat.district} ${seat.body} ${seat.actor}`))).toEqual([
    ['16097 network club', '16097 steering-group club'],
    ['16097 network club', '16097 steering-group club', '16097 steering-group club'],
    [],
  ]);
  expect(await save(bodyOf({ key: 'network', members: [seatOf('old-club')] }), 1)).toMatchObject({
    revision: 1,
  });
});
