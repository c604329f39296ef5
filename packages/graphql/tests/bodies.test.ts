import { type Acting, actingOperator, anonymous, carryingRule, grantOf } from '@kreisweit/domain';
import { actingStore, type Store, saveActors } from '@kreisweit/store';
import {
  actorOf,
  bodyOf,
  coordinationOf,
  holding,
  meetingOn,
  seatOf,
  servers,
  smallStore,
} from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, shown } from './ask.ts';
import { askAs } from './ask-as.ts';
import { countStatements } from './count-statements.ts';
import { insertManyDistricts } from './fixture/insert-many-districts.ts';

const aue = coordinationOf('16097');
const nobody: Acting = { principal: anonymous, requestId: null };
const birke = holding(grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' }));
const bridge = holding(grantOf('ACTOR_REPRESENTATIVE', { actor: 'bridge' }));
const elsewhere = [
  coordinationOf('16099'),
  holding(grantOf('ACTOR_REPRESENTATIVE', { actor: 'club' })),
  holding(grantOf('DATA_PARTNER', { plugin: 'small' })),
  holding(grantOf('CALENDAR_READER', { territory: '16097' })),
];
const idOf = (name: string) => Buffer.from(name).toString('base64');
const address = 'district: "16097", body: "steering-group", key: "meeting-2026-02-02"';

let store: Store;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.database.pool.query('truncate cooperation_body, joint_decision, audit_entry, actor cascade');
  await saveActors(store, [
    actorOf('town-hall', { kind: 'administration' }),
    actorOf('amt', { kind: 'administration' }),
    // Its entry is kept elsewhere: it takes part in Aue because it sits in a body there.
    actorOf('bridge', { kind: 'migrantOrganisation', district: '16099' }),
    actorOf('club', { district: '16099' }),
  ]);
  const acting = actingStore(store, actingOperator);
  const members = [
    seatOf('town-hall', { role: 'CHAIR', represents: ['16097001'] }),
    seatOf('amt', { represents: ['16097002', '16097003'], until: '2026-12-31' }),
    seatOf('bridge'),
  ];
  await acting.saveBody({ value: bodyOf({ members }), expectedRevision: 0 });
  const links = [{ title: 'Protokoll', url: 'https://example.org/protokoll' }];
  const held = meetingOn('2026-02-02', { resolutions: [{ text: 'Wir machen es', decision: null }], links });
  // The days of meetings lie before the day of the test, whichever that is.
  await acting.saveMeeting('16097', { value: { ...held, day: '2025-02-02' }, expectedRevision: 0 });
  const planned = meetingOn('2099-05-05', { state: 'PLANNED' });
  await acting.saveMeeting('16097', { value: planned, expectedRevision: 0 });
});

const record = (participants: readonly string[]) =>
  actingStore(store, aue).recordAttendance(
    { district: '16097', body: 'steering-group', key: 'meeting-2026-02-02' },
    { participants, expectedRevision: 1 },
  );

async function ask(document: string, acting: Acting = nobody): Promise<Answer['data']> {
  const { data, errors } = await askAs(store, acting, document);
  if (errors.length > 0) throw new Error(shown(errors));
  return data;
}

describe('what everybody reads', () => {
  test('bodies with their members, meetings with agenda and resolutions', async () => {
    await record(['amt']);
    const data = await ask(`{ body(district: "160970000000", key: "steering-group") {
      id kind kindTitle title(lang: EN) purpose recurrence { months weeks since } validFrom validUntil revision district { name }
      nextMeetingDue(on: "2025-03-01")
      members(on: "2027-01-01") { actor { key } role roleTitle(lang: EN) represents { name } validFrom validUntil body { key } }
      meetings(first: 1) { totalCount pageInfo { hasNextPage } nodes {
        id key day state stateTitle agenda resolutions { text decision { key } } links { title url } body { key } } }
      planned: meetings(filter: { states: [PLANNED], from: "2026-01-01" }) { totalCount edges { cursor node { day } } }
    } }`);
    expect(shown(data)).toMatchInlineSnapshot(`
      "{
        body: {
          id: 'Q29vcGVyYXRpb25Cb2R5OjE2MDk3L3N0ZWVyaW5nLWdyb3Vw',
          kind: 'STEERING_GROUP',
          kindTitle: 'Steuerungsgruppe',
          title: 'Steering group',
          purpose: null,
          recurrence: { months: 3, weeks: null, since: '2025-01-01' },
          validFrom: '2025-01-01',
          validUntil: null,
          revision: 1,
          district: { name: 'Aue' },
          nextMeetingDue: '2025-05-02',
          members: [
            {
              actor: { key: 'town-hall' },
              role: 'CHAIR',
              roleTitle: 'Chair',
              represents: [ { name: 'Ahorn' } ],
              validFrom: '2025-01-01',
              validUntil: null,
              body: { key: 'steering-group' }
            },
            {
              actor: { key: 'bridge' },
              role: 'MEMBER',
              roleTitle: 'Member',
              represents: [],
              validFrom: '2025-01-01',
              validUntil: null,
              body: { key: 'steering-group' }
            }
          ],
          meetings: {
            totalCount: 2,
            pageInfo: { hasNextPage: true },
            nodes: [
              {
                id: 'TWVldGluZzoxNjA5Ny9zdGVlcmluZy1ncm91cC9tZWV0aW5nLTIwMjYtMDItMDI=',
                key: 'meeting-2026-02-02',
                day: '2025-02-02',
                state: 'HELD',
                stateTitle: 'Hat stattgefunden',
                agenda: [ 'Wohnen', 'Sprachkurse' ],
                resolutions: [ { text: 'Wir machen es', decision: null } ],
                links: [ { title: 'Protokoll', url: 'https://example.org/protokoll' } ],
                body: { key: 'steering-group' }
              }
            ]
          },
          planned: {
            totalCount: 1,
            edges: [ { cursor: 'MjA5OS0wNS0wNS9tZWV0aW5nLTIwOTktMDUtMDU', node: { day: '2099-05-05' } } ]
          }
        }
      }"
    `);
  });

  test('bodies of a district, those that are overdue, seats of an actor, and nodes by their ids', async () => {
    const data = await ask(`{
      district(key: "16097") {
        bodies(filter: { kinds: [STEERING_GROUP], on: "2026-01-01", text: "steuer" }) { totalCount nodes { key } }
        none: bodies(filter: { on: "2020-01-01" }) { totalCount nodes { key } }
        overdueBodies(on: "2025-06-01") { due lastHeld daysLate body { key } }
        inTime: overdueBodies(on: "2025-05-02") { due }
      }
      node(id: "${idOf('Actor:amt')}") { ... on Actor { seats { body { key } represents { name } } past: seats(on: "2027-01-01") { role } } }
      nodes(ids: ["${idOf('CooperationBody:16097/steering-group')}", "${idOf('Meeting:16097/steering-group/meeting-2026-02-02')}",
        "${idOf('Meeting:16097/steering-group')}", "${idOf('CooperationBody:nowhere')}"]) {
        ... on CooperationBody { title } ... on Meeting { day } }
      meeting(${address}) { day }
      unknown: body(district: "16099", key: "steering-group") { key }
    }`);
    expect(shown(data)).toMatchInlineSnapshot(`
      "{
        district: {
          bodies: { totalCount: 1, nodes: [ { key: 'steering-group' } ] },
          none: { totalCount: 0, nodes: [] },
          overdueBodies: [ { due: '2025-05-02', lastHeld: '2025-02-02', daysLate: 30, body: { key: 'steering-group' } } ],
          inTime: []
        },
        node: {
          seats: [ { body: { key: 'steering-group' }, represents: [ { name: 'Birke' }, { name: 'Buche' } ] } ],
          past: []
        },
        nodes: [ { title: 'Steuerungsgruppe' }, { day: '2025-02-02' }, null, null ],
        meeting: { day: '2025-02-02' },
        unknown: null
      }"
    `);
  });

  test('odd arguments are refused by name', async () => {
    const document = `{ body(district: "16097", key: "steering-group") {
      nextMeetingDue(on: "0001-01-01") attendance(months: 0) { attended } } }`;
    const { errors } = await askAs(store, aue, document);
    expect(errors).toMatchObject(['on', 'months'].map((argument) => ({ code: 'BAD_USER_INPUT', argument })));
  });
});

/** Every way to what is internal, each field alone, so that no error hides another. */
const internals = ['participants { key }', 'reportedParticipants { key }', 'revision'].flatMap((field) => [
  `{ meeting(${address}) { ${field} } }`,
  `{ node(id: "${idOf('Meeting:16097/steering-group/meeting-2026-02-02')}") { ... on Meeting { ${field} } } }`,
  `{ body(district: "16097", key: "steering-group") { meetings { nodes { ${field} } } } }`,
  `{ district(key: "16097") { bodies { edges { node { meetings { edges { node { ${field} } } } } } } } }`,
  `{ node(id: "${idOf('Actor:bridge')}") { ... on Actor { seats { body { meetings { nodes { ${field} } } } } } } }`,
]);
const internalsOfBody = [
  'attendance(months: 120) { actor { key } attendance attended lastAttended }',
  'presence(from: "2020-01-01") { overall { municipalities { present } } }',
].flatMap((field) => [
  `{ body(district: "16097", key: "steering-group") { ${field} } }`,
  `{ node(id: "${idOf('CooperationBody:16097/steering-group')}") { ... on CooperationBody { ${field} } } }`,
  `{ district(key: "16097") { overdueBodies(on: "2025-06-01") { body { ${field} } } } }`,
  `{ meeting(${address}) { body { ${field} } } }`,
]);

describe('who took part is for those who take part', () => {
  test('by every path, and null with the reason for everybody else', async () => {
    await record(['bridge']);
    for (const document of [...internals, ...internalsOfBody]) {
      for (const acting of [nobody, ...elsewhere]) {
        const { data, errors } = await askAs(store, acting, document);
        const code = acting === nobody ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect(errors, document).not.toEqual([]);
        for (const error of errors) expect(error).toMatchObject({ code, action: 'READ_INTERNAL' });
        expect(
          leaves(data).filter((value) => value !== null),
          document,
        ).toEqual([]);
      }
      for (const acting of [aue, birke, bridge, actingOperator]) {
        expect((await askAs(store, acting, document)).errors, document).toEqual([]);
      }
    }
  });

  test('what everybody reads is the same whoever was there', async () => {
    const everything = `{ district(key: "16097") { bodies { totalCount nodes { id title revision nextMeetingDue(on: "2025-03-01")
      members { actor { key seats { role } } role } meetings { totalCount edges { cursor node { id day state agenda links { url } } } } } }
      overdueBodies(on: "2025-06-01") { due lastHeld daysLate } } }`;
    const before = await ask(everything);
    await record(['bridge', 'town-hall']);
    expect(await ask(everything)).toEqual(before);
  });

  test('a draft that a resolution prepares is not known to everybody', async () => {
    const title = { de: 'Konzept', en: 'Concept' };
    const acting = actingStore(store, aue);
    await acting.draftDecision(
      { district: '16097', key: 'concept', round: 1 },
      {
        parties: { on: '2025-01-01', municipalities: null, actors: [] },
        rule: carryingRule('UNANIMOUS'),
        proposal: { title, text: title, documents: [] },
      },
    );
    const resolutions = [{ text: 'Das Konzept wird beraten', decision: 'concept' }];
    const value = meetingOn('2025-03-03', { resolutions });
    await acting.saveMeeting('16097', { value, expectedRevision: 0 });
    const document =
      '{ meeting(district: "16097", body: "steering-group", key: "meeting-2025-03-03") { resolutions { decision { key } } } }';
    const answered = (decision: unknown) => ({ meeting: { resolutions: [{ decision }] } });
    expect(await ask(document)).toEqual(answered(null));
    expect(await ask(document, coordinationOf('16099'))).toEqual(answered(null));
    expect(await ask(document, bridge)).toEqual(answered({ key: 'concept' }));
  });

  test('attendance and presence', async () => {
    await record(['bridge', 'amt']);
    const data = await ask(
      `{ body(district: "16097", key: "steering-group") {
        attendance(months: 12, on: "2025-12-31") { actor { key } attendance attendanceTitle meetings recorded attended lastAttended }
        presence(from: "2025-01-01", until: "2025-12-31") {
          meetings { meeting day represented { municipalities { present expected share } } }
          overall { memberMunicipalities { present expected } migrantOrganisations { present expected share } } }
        meetings { nodes { participants { key } reportedParticipants { key } revision } } } }`,
      birke,
    );
    expect(shown(data)).toMatchInlineSnapshot(`
      "{
        body: {
          attendance: [
            {
              actor: { key: 'amt' },
              attendance: 'TOOK_PART',
              attendanceTitle: 'Hat teilgenommen',
              meetings: 1,
              recorded: 1,
              attended: 1,
              lastAttended: '2025-02-02'
            },
            {
              actor: { key: 'bridge' },
              attendance: 'TOOK_PART',
              attendanceTitle: 'Hat teilgenommen',
              meetings: 1,
              recorded: 1,
              attended: 1,
              lastAttended: '2025-02-02'
            },
            {
              actor: { key: 'town-hall' },
              attendance: 'ABSENT',
              attendanceTitle: 'Hat nicht teilgenommen',
              meetings: 1,
              recorded: 1,
              attended: 0,
              lastAttended: null
            }
          ],
          presence: {
            meetings: [
              {
                meeting: 'meeting-2026-02-02',
                day: '2025-02-02',
                represented: { municipalities: { present: 2, expected: 3, share: 0.6666666666666666 } }
              }
            ],
            overall: {
              memberMunicipalities: { present: 2, expected: 3 },
              migrantOrganisations: { present: 1, expected: 1, share: 1 }
            }
          },
          meetings: {
            nodes: [
              {
                participants: [ { key: 'amt' }, { key: 'bridge' } ],
                reportedParticipants: [],
                revision: 2
              },
              { participants: null, reportedParticipants: [], revision: 1 }
            ]
          }
        }
      }"
    `);
  });
});

function leaves(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data.flatMap(leaves);
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(leaves) : [data];
}

const told = `__typename
  ... on Error { message }
  ... on InvalidInputError { problems { field rule } }
  ... on ConflictError { expectedRevision revision }`;

describe('what is changed', () => {
  test('a body, its meeting and who took part, each with the revision that was seen', async () => {
    const saveBody = `mutation { saveBody(expectedRevision: 0, body: { district: "16097", key: "network", kind: NETWORK,
      title: { de: "Netzwerk", en: "Network" }, purpose: { de: "Fragen an 0361 1234567", en: "Exchange" },
      recurrence: { every: { weeks: 6 }, since: "2025-01-01" }, validFrom: "2025-01-01",
      members: [{ actor: "bridge", role: CHAIR, represents: ["16097002"], validFrom: "2025-01-01" }] }) {
      ... on SaveBodyPayload { body { revision recurrence { weeks } members { actor { key } represents { key } } } warnings } ${told} } }`;
    expect(shown(await ask(saveBody, aue))).toMatchInlineSnapshot(`
      "{
        saveBody: {
          body: {
            revision: 1,
            recurrence: { weeks: 6 },
            members: [ { actor: { key: 'bridge' }, represents: [ { key: '16097002' } ] } ]
          },
          warnings: [
            '"0361…": Das sieht nach einer Telefonnummer aus: bitte weglassen oder nur die einer Stelle nennen.'
          ],
          __typename: 'SaveBodyPayload'
        }
      }"
    `);
    expect(await ask(saveBody, aue)).toMatchObject({
      saveBody: { __typename: 'ConflictError', expectedRevision: 0, revision: 1 },
    });
    const steps = [
      `saveMeeting(expectedRevision: 0, meeting: { district: "16097", body: "network", key: "first", day: "2025-03-03", state: HELD, agenda: ["Wohnen"] })`,
      `recordAttendance(expectedRevision: 1, meeting: { district: "16097", body: "network", key: "first" }, participants: ["town-hall"])`,
      `recordOwnAttendance(meeting: { district: "16097", body: "network", key: "first" }, actor: "bridge")`,
      `cancelMeeting(expectedRevision: 1, meeting: { district: "16097", body: "steering-group", key: "meeting-2099-05-05" })`,
    ];
    const answers: unknown[] = [];
    for (const step of steps) {
      const acting = step.startsWith('recordOwn') ? bridge : aue;
      const asked = `mutation { ${step} { ... on MeetingPayload { meeting { revision state participants { key } } warnings } ${told} } }`;
      answers.push(...leaves(await ask(asked, acting)));
    }
    expect(shown(answers)).toMatchInlineSnapshot(`
      "[
        1,                'HELD',
        null,             'MeetingPayload',
        2,                'HELD',
        'town-hall',      'MeetingPayload',
        3,                'HELD',
        'bridge',         'town-hall',
        'MeetingPayload', 2,
        'CANCELLED',      null,
        'MeetingPayload'
      ]"
    `);
  });

  test('what is wrong is told by field and rule, with nothing changed', async () => {
    const bad = [
      `saveBody(expectedRevision: 0, body: { district: "16097", key: "network", kind: NETWORK, title: { de: "", en: "Network" },
        recurrence: { every: { months: -1 }, since: "2025-01-01" }, members: [{ actor: "brigde", represents: ["16099001"] }] })`,
      `saveMeeting(expectedRevision: 0, meeting: { district: "16097", body: "network", key: "First", day: "2099-01-01", state: HELD,
        links: [{ title: "", url: "x" }], resolutions: [{ text: "Ja", decision: "none" }] })`,
      `recordAttendance(expectedRevision: 1, meeting: { ${address} }, participants: ["nobody", "amt", "amt"])`,
      `recordOwnAttendance(meeting: { district: "16097", body: "steering-group", key: "meeting-2099-05-05" }, actor: "club")`,
      `cancelMeeting(expectedRevision: 1, meeting: { ${address} })`,
    ];
    const told: string[] = [];
    for (const step of bad) {
      const asked = `mutation { done: ${step} { ... on InvalidInputError { problems { field rule } } } }`;
      const { done } = (await ask(asked, actingOperator)) as {
        done: { problems: { field: string; rule: string }[] };
      };
      told.push(done.problems.map(({ field, rule }) => `${field} ${rule}`).join(', '));
    }
    expect(told).toMatchInlineSnapshot(`
      [
        "body.title.de REQUIRED, body.recurrence.every FORM, body.members.0.actor UNKNOWN, body.members.0.represents.0 UNKNOWN",
        "meeting.key FORM, meeting.body UNKNOWN, meeting.state CONFLICT, meeting.resolutions.0.decision UNKNOWN, meeting.links.0.title REQUIRED, meeting.links.0.url FORM",
        "participants.0 UNKNOWN, participants.2 DUPLICATE",
        "meeting CONFLICT, actor CONFLICT",
        "meeting CONFLICT",
      ]
    `);
    expect(await ask('{ district(key: "16097") { bodies { totalCount } } }')).toEqual({
      district: { bodies: { totalCount: 1 } },
    });
  });

  test('what is not sent stays, null clears it, and days are named as they are sent', async () => {
    const told = '... on InvalidInputError { problems { field } }';
    const saved = (revision: number, more: string) =>
      ask(
        `mutation { saveBody(expectedRevision: ${revision}, body: { district: "16097", key: "steering-group", kind: STEERING_GROUP,
          title: { de: "A", en: "A" } ${more} }) { ${told}
          ... on SaveBodyPayload { body { validFrom validUntil recurrence { months } members { role } } } } }`,
        aue,
      );
    const kept = { validFrom: '2025-01-01', validUntil: null, recurrence: { months: 3 } };
    expect(await saved(1, '')).toMatchObject({ saveBody: { body: kept } });
    expect(await saved(2, 'validFrom: null, recurrence: null')).toMatchObject({
      saveBody: { body: { validFrom: null, validUntil: null, recurrence: null, members: [{}, {}, {}] } },
    });
    const late =
      'validFrom: "2026-01-01", validUntil: "2025-01-01", members: [{ actor: "club", validFrom: "2026-01-01", validUntil: "2025-01-01" }]';
    expect(await saved(3, late)).toEqual({
      saveBody: { problems: [{ field: 'body.validUntil' }, { field: 'body.members.0.validUntil' }] },
    });
    const met = (more: string) =>
      ask(
        `mutation { saveMeeting(expectedRevision: 1, meeting: { district: "16097", body: "steering-group", key: "meeting-2026-02-02",
          day: "2025-02-02" ${more} }) { ... on MeetingPayload { meeting { revision state links { title } resolutions { text } } } } }`,
        aue,
      );
    const links = [{ title: 'Protokoll' }];
    const resolutions = [{ text: 'Wir machen es' }];
    expect(await met('')).toEqual({
      saveMeeting: { meeting: { revision: 1, state: 'HELD', links, resolutions } },
    });
    expect(await met('links: null')).toMatchObject({
      saveMeeting: { meeting: { revision: 2, state: 'HELD', links: [], resolutions } },
    });
  });

  test('of two who write at once one is told that the other was first', async () => {
    const save = (title: string) =>
      ask(
        `mutation { saveBody(expectedRevision: 1, body: { district: "16097", key: "steering-group", kind: STEERING_GROUP,
          title: { de: "${title}", en: "${title}" } }) { ${told} } }`,
        aue,
      );
    const done = leaves(await Promise.all([save('one'), save('other')]));
    expect(
      done.filter((value) => value === 'SaveBodyPayload' || value === 'ConflictError').toSorted(),
    ).toEqual(['ConflictError', 'SaveBodyPayload']);
    expect(
      await ask('{ body(district: "16097", key: "steering-group") { revision members { role } } }'),
    ).toEqual({
      body: { revision: 2, members: [{ role: 'CHAIR' }, { role: 'MEMBER' }, { role: 'MEMBER' }] },
    });
  });
});

const inAllDistricts = [
  `insert into cooperation_body (district_key, key, revision, kind, title_de, title_en, every_months, recurs_since)
   select t.key, 'body-' || n, 1, 'NETWORK', 'Netzwerk', 'Network', 3, '2024-01-01'
   from territory t, generate_series(1, 1) n where t.kind = 'district' and t.key like '05%'`,
  `insert into body_member (district_key, body_key, position, actor_key, role)
   select district_key, key, 0, 'town-hall', 'MEMBER' from cooperation_body where district_key like '05%'`,
  `insert into body_member_municipality (district_key, body_key, position, municipality_key)
   select district_key, key, 0, district_key || '001' from cooperation_body where district_key like '05%'`,
  `insert into body_meeting (district_key, body_key, key, revision, day, state, agenda, links, participants_recorded)
   select district_key, key, 'meeting-' || n, 1, '2025-01-01'::date + n, 'HELD', '{}', '[]', true
   from cooperation_body, generate_series(1, 2) n where district_key like '05%'`,
  `insert into meeting_participant (district_key, body_key, meeting_key, actor_key)
   select district_key, body_key, key, 'town-hall' from body_meeting where district_key like '05%'`,
];

test('as many statements for one district as for 400', async () => {
  await insertManyDistricts(store, 400);
  for (const statement of inAllDistricts) await store.database.pool.query(statement);
  const document = (selection: string) =>
    `query ($first: Int!) { districts(filter: { state: "05" }, first: $first) { nodes { ${selection} } } }`;
  const selections = {
    'bodies, members, meetings': `bodies(first: 5) { totalCount nodes { title nextMeetingDue(on: "2026-01-01")
      members { actor { key } represents { name } } meetings(first: 5) { nodes { day resolutions { text } body { key } } } } }`,
    'participants, attendance, presence': `bodies(first: 5) { nodes { meetings { nodes { participants { key } } }
      attendance(on: "2026-01-01") { actor { key } attendance } presence(from: "2025-01-01", until: "2025-12-31") { overall { municipalities { share } } } } }`,
    overdue: 'overdueBodies(on: "2026-01-01") { due body { members { role } } }',
  };
  const found: Record<string, unknown> = {};
  for (const [name, selection] of Object.entries(selections)) {
    found[name] = await countStatements(store, actingOperator, document(selection), { first: 1 });
    expect(await countStatements(store, actingOperator, document(selection), { first: 400 })).toEqual(
      found[name],
    );
  }
  expect(shown(found)).toMatchInlineSnapshot(`
    "{
      'bodies, members, meetings': { reading: 9, deciding: 0 },
      'participants, attendance, presence': { reading: 13, deciding: 0 },
      overdue: { reading: 5, deciding: 0 }
    }"
  `);
  const state = holding(grantOf('ANALYST', { territory: '05' }));
  const internal = document('bodies { nodes { meetings { nodes { participants { key } } } } }');
  const one = await countStatements(store, state, internal, { first: 1 });
  expect(one.deciding).toBe(1);
  expect(await countStatements(store, state, internal, { first: 400 })).toEqual(one);
});
