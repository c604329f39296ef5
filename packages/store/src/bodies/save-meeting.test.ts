import { carryingRule, grantOf, InputProblems, NotAllowed, RevisionConflict } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { targetsOf } from '../access/targets-of.ts';
import { everyEntry } from '../audit/audit-query.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import { saveActors } from '../content/save-actors.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { draftDecision } from '../decisions/draft-decision.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { bodyOf, coordinationOf, holding, meetingOn, seatOf } from '../testing/body-samples.ts';
import { servers } from '../testing/engines.ts';
import { actorOf } from '../testing/small-actors.ts';
import { smallStore } from '../testing/small-store.ts';
import { attendanceOf } from './attendance-of.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { meetingsPage } from './meetings-page.ts';
import { overdueBodiesOf } from './overdue-bodies-of.ts';
import { presenceOf } from './presence-of.ts';
import { type MeetingInput, putMeetings } from './put-meetings.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordOwnAttendance } from './record-own-attendance.ts';
import { saveBody } from './save-body.ts';
import { type SavedMeeting, saveMeeting } from './save-meeting.ts';
import { storedMeetings } from './stored-meetings.ts';

const today = '2026-03-01';
const aue = coordinationOf('16097');
const day = '2026-02-02';
const address = { district: '16097', body: 'steering-group', key: `meeting-${day}` };
const members = [
  seatOf('town-hall', { role: 'CHAIR', represents: ['16097001'] }),
  seatOf('amt', { represents: ['16097002', '16097003'] }),
  seatOf('bridge'),
  seatOf('guests', { role: 'GUEST' }),
  seatOf('club', { until: '2026-01-31' }),
];

let store: Store;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
});
beforeEach(async () => {
  await store.database.pool.query('truncate cooperation_body, joint_decision, audit_entry, actor cascade');
  await saveActors(store, [
    actorOf('town-hall', { kind: 'administration' }),
    actorOf('amt', { kind: 'administration' }),
    actorOf('bridge', { kind: 'migrantOrganisation' }),
    actorOf('old-bridge', { kind: 'migrantOrganisation', district: '16099' }),
    actorOf('guests'),
    actorOf('club'),
  ]);
  await saveBody(store, aue, { value: bodyOf({ members }), expectedRevision: 0 }, { today });
});
afterAll(() => store.close());

const save = (value: SavedMeeting, expectedRevision: number | null = 0, acting = aue) =>
  saveMeeting(store, acting, '16097', { value, expectedRevision }, { today });
const record = (participants: readonly string[] | null, expectedRevision: number, acting = aue) =>
  recordAttendance(store, acting, address, { participants, expectedRevision }, { today });
const representing = (actor: string) => holding(grantOf('ACTOR_REPRESENTATIVE', { actor }));
const stored = async () => (await storedMeetings(store.db, [address]))[0];
const merge = () =>
  store.database.pool.query(`update actor set merged_into = 'bridge' where key = 'old-bridge'`);

async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputProblems)) throw error ?? new Error('it was not refused');
  return error.problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`);
}

/** Puts meetings as a file does. */
const put = (meetings: readonly MeetingInput[]) =>
  inTransaction<StoreSchema, Awaited<ReturnType<typeof putMeetings>>>(store.database, ({ client, kysely }) =>
    putMeetings(async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows, kysely, {
      district: '16097',
      given: meetings.map((value) => ({ value, expectedRevision: null })),
      today,
    }),
  );

test('is planned, held, recorded; what is the same changes nothing, and each step stands in the trail', async () => {
  const planned = await save(meetingOn(day, { state: 'PLANNED' }));
  expect(planned).toMatchObject({ revision: 1, state: 'PLANNED', participants: null });
  expect(await save(meetingOn(day, { state: 'PLANNED' }), 1)).toEqual(planned);
  const links = [{ title: 'Protokoll', url: 'https://example.org/protokoll' }];
  await save(meetingOn(day, { links, resolutions: [{ text: 'Wir machen es', decision: null }] }), 1);
  const recorded = await record(['town-hall', 'bridge'], 2);
  expect(recorded).toMatchObject({ revision: 3, participants: ['bridge', 'town-hall'], reported: [], links });
  expect(await record(['bridge', 'town-hall'], 3)).toEqual(recorded);
  expect(await save(meetingOn(day, { agenda: [] }), 3)).toMatchObject({
    revision: 4,
    participants: ['bridge', 'town-hall'],
    resolutions: [],
  });
  const { rows } = await auditTrail(store.db, { ...everyEntry, districts: null, first: 9, after: null });
  expect(rows.map(({ what, subject }) => `${what} ${subject.key}`).toReversed()).toEqual([
    'body.saved 16097/steering-group',
    'meeting.saved 16097/steering-group/meeting-2026-02-02',
    'meeting.saved 16097/steering-group/meeting-2026-02-02',
    'meeting.attendanceRecorded 16097/steering-group/meeting-2026-02-02',
    'meeting.saved 16097/steering-group/meeting-2026-02-02',
  ]);
});

test('what is left out stays as it is stored, and a new one is planned', async () => {
  const short = { body: 'steering-group', key: `meeting-${day}`, day };
  const links = [{ title: 'Protokoll', url: 'https://example.org/protokoll' }];
  const resolutions = [{ text: 'Wir machen es', decision: null }];
  const empty = { agenda: [], resolutions: [], links: [] };
  expect(await save(short)).toMatchObject({ ...empty, state: 'PLANNED', revision: 1 });
  const full = await save(meetingOn(day, { links, resolutions }), 1);
  expect(await save(short, 2)).toEqual(full);
  expect(await save({ ...short, agenda: ['Arbeit'] }, 2)).toEqual({
    ...full,
    agenda: ['Arbeit'],
    revision: 3,
  });
  expect(await save({ ...short, ...empty }, 3)).toMatchObject({ ...empty, state: 'HELD', revision: 4 });
});

test('names all that is wrong with it, in the words of the arguments, and leaves nothing behind', async () => {
  const bad = meetingOn('2026-03-02', {
    body: 'steering',
    key: 'A b',
    agenda: ['Wohnen', ' '],
    resolutions: [{ text: '', decision: 'concept' }],
    links: [{ title: 'x', url: 'ftp://example.org' }],
  });
  expect(await refusal(save(bad))).toMatchInlineSnapshot(`
    [
      "meeting.key FORM: 'A b' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "meeting.body UNKNOWN: there is no body 'steering': enter it first or mend the key",
      "meeting.state CONFLICT: it is on 2026-03-02 and cannot have been held by 2026-03-01: plan it",
      "meeting.agenda.1 REQUIRED: it is empty: write it or leave it out",
      "meeting.resolutions.0.text REQUIRED: it is empty: write it or leave it out",
      "meeting.resolutions.0.decision UNKNOWN: there is no decision 'concept': enter it first or mend the key",
      "meeting.links.0.url FORM: 'ftp://example.org' is no address: write it whole, with https://",
    ]
  `);
  await save(meetingOn(day, { state: 'PLANNED' }));
  expect(await refusal(record(['nobody', 'bridge', 'bridge'], 1))).toMatchInlineSnapshot(`
    [
      "participants CONFLICT: it was not held: leave the participants out, or say that it was",
      "participants.0 UNKNOWN: there is no actor 'nobody': enter it first or mend the key",
      "participants.2 DUPLICATE: 'bridge' is already at participants.1: leave one of them out",
    ]
  `);
  expect(
    await refusal(
      recordAttendance(store, aue, { ...address, key: 'other' }, { participants: null, expectedRevision: 0 }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "meeting UNKNOWN: there is no meeting 16097/steering-group/other: look at the meetings of the body, or plan it",
    ]
  `);
  await save(meetingOn(day), 1);
  await record(['bridge'], 2);
  expect(await refusal(save(meetingOn(day, { state: 'PLANNED' }), 3))).toMatchInlineSnapshot(`
    [
      "meeting.state CONFLICT: it is recorded who took part, so it was held: take the attendance back first",
    ]
  `);
  await record(null, 3);
  expect(await save(meetingOn(day, { state: 'PLANNED' }), 4)).toMatchObject({ revision: 5 });
});

test('only what is planned is cancelled, and it stays in the list', async () => {
  await save(meetingOn(day, { state: 'PLANNED' }));
  await expect(cancelMeeting(store, aue, address, 2)).rejects.toBeInstanceOf(RevisionConflict);
  await expect(cancelMeeting(store, coordinationOf('16099'), address, 1)).rejects.toThrow(NotAllowed);
  expect(await cancelMeeting(store, aue, address, 1)).toMatchObject({ state: 'CANCELLED', revision: 2 });
  expect(await cancelMeeting(store, aue, address, 2)).toMatchObject({ revision: 2 });
  await save(meetingOn(day), 2);
  expect(await refusal(cancelMeeting(store, aue, address, 3))).toEqual([
    'meeting CONFLICT: it was held on 2026-02-02: only what is planned is cancelled',
  ]);
});

test('who represents a member says that it was there, and nothing of the others', async () => {
  await save(meetingOn(day));
  const own = await recordOwnAttendance(store, representing('bridge'), address, 'bridge');
  expect(own).toMatchObject({ participants: null, reported: ['bridge'], revision: 2 });
  expect(await stored()).toEqual(own);
  expect(await recordOwnAttendance(store, representing('bridge'), address, 'bridge')).toEqual(own);
  const [attendance] = await attendanceOf(store.db, [
    { district: '16097', key: 'steering-group', months: 6, on: today },
  ]);
  expect(attendance?.map(({ actor, attendance: how }) => `${actor} ${how}`)).toEqual([
    'amt UNKNOWN',
    'bridge TOOK_PART',
    'town-hall UNKNOWN',
  ]);
  await expect(record(['town-hall'], 1)).rejects.toMatchObject({ revision: 2 });
  await record(['town-hall'], 2);
  const joined = await recordOwnAttendance(store, representing('guests'), address, 'guests');
  expect(joined).toMatchObject({ participants: ['guests', 'town-hall'], reported: [], revision: 4 });
  const { rows } = await auditTrail(store.db, { ...everyEntry, districts: null, first: 1, after: null });
  expect(rows).toMatchObject([
    {
      what: 'meeting.ownAttendanceRecorded',
      role: 'ACTOR_REPRESENTATIVE',
      before: { participants: ['town-hall'], revision: 3 },
      after: { participants: ['guests', 'town-hall'], revision: 4 },
    },
  ]);
});

test('nobody says it for others, nor of a meeting in which it had no seat', async () => {
  await save(meetingOn(day, { state: 'PLANNED' }));
  const say = (acting: typeof aue, actor: string) => recordOwnAttendance(store, acting, address, actor);
  await expect(say(representing('bridge'), 'guests')).rejects.toThrow(NotAllowed);
  await expect(say(coordinationOf('16099'), 'bridge')).rejects.toThrow(NotAllowed);
  // The coordination that keeps the entry of an actor does not keep the bodies of another district.
  await expect(say(coordinationOf('16099'), 'old-bridge')).rejects.toThrow(NotAllowed);
  await expect(record(['bridge'], 1, representing('bridge'))).rejects.toThrow(NotAllowed);
  await expect(save(meetingOn(day), 1, representing('bridge'))).rejects.toThrow(NotAllowed);
  expect(await refusal(say(representing('club'), 'club'))).toMatchInlineSnapshot(`
    [
      "meeting CONFLICT: it is not recorded as held: ask the coordination of the district to say that it was",
      "actor CONFLICT: 'club' was no member of 'steering-group' on 2026-02-02: ask the coordination of the district to add it",
    ]
  `);
  expect(await stored()).toMatchObject({ revision: 1, reported: [] });
});

test('several who say at once that they were there all were, also beside the coordination', async () => {
  await save(meetingOn(day));
  const actors = ['bridge', 'guests', 'amt', 'town-hall'];
  await Promise.all(actors.map((actor) => recordOwnAttendance(store, representing(actor), address, actor)));
  expect(await stored()).toMatchObject({ reported: actors.toSorted(), revision: 5 });
  const lists = [['bridge'], ['guests'], ['amt']];
  const done = await Promise.allSettled(lists.map((list) => record(list, 5)));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of done) {
    if (result.status === 'rejected')
      expect(result.reason).toMatchObject({ expectedRevision: 5, revision: 6 });
  }
  const kept = done.findIndex(({ status }) => status === 'fulfilled');
  expect(await stored()).toMatchObject({ participants: lists[kept], revision: 6 });
});

test('attendance under the key of a merged actor and of the one that is left counts as one', async () => {
  await put([{ ...meetingOn(day), participants: ['old-bridge', 'bridge', 'amt'] }]);
  await merge();
  expect(await stored()).toMatchObject({ participants: ['amt', 'bridge'] });
  const [same] = await put([{ ...meetingOn(day), participants: ['amt', 'old-bridge', 'bridge'] }]);
  expect(same?.before).toBe(same?.after);
  expect(await record(['old-bridge'], 1)).toMatchObject({ participants: ['bridge'], revision: 2 });
  expect(await recordOwnAttendance(store, representing('old-bridge'), address, 'old-bridge')).toMatchObject({
    revision: 2,
  });
});

test('many are put at once, and what a file does not say of participants stays', async () => {
  const days = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}-15`);
  const meetings = days.map((each) => ({ ...meetingOn(each), participants: ['amt', 'town-hall'] }));
  await put([...meetings, meetingOn('2026-06-01', { state: 'PLANNED' })]);
  const filter = { from: null, until: null, states: null, first: 5, after: null };
  const bodies = ['other', 'steering-group'].map((key) => ({ district: '16097', key }));
  const pagesOf = (query: Partial<Parameters<typeof meetingsPage>[1]>) =>
    meetingsPage(store.db, { ...filter, bodies, ...query });
  const [none, first] = await pagesOf({ from: '2025-05-01' });
  expect(none).toEqual({ rows: [], total: 0, hasNext: false });
  expect(first).toMatchObject({ total: 9, hasNext: true });
  expect(first?.rows.map(({ meeting }) => meeting.day)).toEqual(days.slice(4, 9));
  const [, second] = await pagesOf({ from: '2025-05-01', after: first?.rows.at(-1)?.key ?? null });
  expect(second?.rows.map(({ key }) => key.slice(0, 7))).toEqual([
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-06',
  ]);
  expect(second).toMatchObject({ total: 9, hasNext: false });
  const [, planned] = await pagesOf({ states: ['PLANNED'], until: '2026-12-31' });
  expect(planned).toMatchObject({ total: 1 });

  const again = await put(days.map((each) => meetingOn(each)));
  expect(again.every(({ before, after }) => before === after)).toBe(true);
  const [gone] = await put([{ ...meetingOn('2025-01-15'), participants: null }]);
  expect(gone?.after).toMatchObject({ participants: null, revision: 2 });
});

test('who has not taken part, how many were represented, and which bodies are overdue', async () => {
  await put([
    { ...meetingOn('2025-08-01'), participants: ['bridge', 'amt'] },
    { ...meetingOn('2025-11-01'), participants: ['town-hall', 'club'] },
    { ...meetingOn(day), participants: ['town-hall', 'guests'] },
  ]);
  const body = { district: '16097', key: 'steering-group' };
  const attendance = async () =>
    (
      await attendanceOf(store.db, [
        { ...body, months: 6, on: today },
        { ...body, months: 12, on: today },
        { ...body, key: 'other', months: 6, on: today },
      ])
    ).map((list) =>
      list.map(({ actor, attendance: how, lastAttended }) => `${actor} ${how} ${lastAttended}`),
    );
  expect(await attendance()).toEqual([
    ['amt ABSENT 2025-08-01', 'bridge ABSENT 2025-08-01', 'town-hall TOOK_PART 2026-02-02'],
    ['amt TOOK_PART 2025-08-01', 'bridge TOOK_PART 2025-08-01', 'town-hall TOOK_PART 2026-02-02'],
    [],
  ]);
  const requests = [
    { ...body, from: '2025-01-01', until: today },
    { ...body, from: '2026-02-03', until: today },
  ];
  const [presence, none] = await presenceOf(store.db, { asOf: 2, requests });
  expect(presence).toMatchInlineSnapshot(`
    {
      "meetings": [
        {
          "day": "2025-08-01",
          "meeting": "meeting-2025-08-01",
          "memberMunicipalities": {
            "expected": 3,
            "present": 2,
            "share": 0.6666666666666666,
          },
          "migrantOrganisations": {
            "expected": 1,
            "present": 1,
            "share": 1,
          },
          "municipalities": {
            "expected": 3,
            "present": 2,
            "share": 0.6666666666666666,
          },
        },
        {
          "day": "2025-11-01",
          "meeting": "meeting-2025-11-01",
          "memberMunicipalities": {
            "expected": 3,
            "present": 1,
            "share": 0.3333333333333333,
          },
          "migrantOrganisations": {
            "expected": 1,
            "present": 0,
            "share": 0,
          },
          "municipalities": {
            "expected": 3,
            "present": 1,
            "share": 0.3333333333333333,
          },
        },
        {
          "day": "2026-02-02",
          "meeting": "meeting-2026-02-02",
          "memberMunicipalities": {
            "expected": 3,
            "present": 1,
            "share": 0.3333333333333333,
          },
          "migrantOrganisations": {
            "expected": 1,
            "present": 0,
            "share": 0,
          },
          "municipalities": {
            "expected": 3,
            "present": 1,
            "share": 0.3333333333333333,
          },
        },
      ],
      "overall": {
        "memberMunicipalities": {
          "expected": 9,
          "present": 4,
          "share": 0.4444444444444444,
        },
        "migrantOrganisations": {
          "expected": 3,
          "present": 1,
          "share": 0.3333333333333333,
        },
        "municipalities": {
          "expected": 9,
          "present": 4,
          "share": 0.4444444444444444,
        },
      },
    }
  `);
  expect(none?.meetings).toEqual([]);

  await store.database.pool.query(`update actor set deactivated_on = '2026-01-01' where key = 'bridge'`);
  expect((await attendance())[0]).not.toContainEqual(expect.stringMatching('bridge'));
  const [after] = await presenceOf(store.db, { asOf: 2, requests });
  expect(after?.meetings.at(-1)?.migrantOrganisations).toEqual({ present: 0, expected: 0, share: null });

  const overdue = async (on: string) =>
    (
      await overdueBodiesOf(store.db, [
        { district: '16099', on },
        { district: '16097', on },
      ])
    ).map((list) => list.map(({ body: { key }, due, lastHeld }) => `${key} ${due} ${lastHeld}`));
  expect(await overdue('2026-05-02')).toEqual([[], []]);
  expect(await overdue('2026-05-03')).toEqual([[], ['steering-group 2026-05-02 2026-02-02']]);
  expect(await overdue('2025-10-31')).toEqual([[], []]);
});

test('a resolution names a joint decision of the district, and says whether it was public', async () => {
  const title = { de: 'Konzept', en: 'Concept' };
  await draftDecision(
    store,
    aue,
    { district: '16097', key: 'concept', round: 1 },
    {
      parties: { on: today, municipalities: null, actors: [] },
      rule: carryingRule('DOUBLE_MAJORITY'),
      proposal: { title, text: title, documents: [] },
    },
    today,
  );
  const resolutions = [
    { text: 'Das Konzept wird beraten', decision: 'concept' },
    { text: 'Sonst nichts', decision: null },
  ];
  expect(await save(meetingOn(day, { resolutions }))).toMatchObject({
    resolutions: [
      { decision: 'concept', round: 1, publicRound: null },
      { decision: null, round: null, publicRound: null },
    ],
  });
});

test('a member of a body takes part in the cooperation of its district, as long as it is one', async () => {
  const value = bodyOf({
    members: [seatOf('old-bridge', { from: '2020-01-01' }), seatOf('club', { until: '2026-01-31' })],
  });
  await saveBody(store, aue, { value, expectedRevision: 1 }, { today });
  await store.database.pool.query(`update actor set district_key = '16099'`);
  const participants = async () => {
    const rows = async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await store.database.pool.query(sql, [...parameters])).rows as readonly Row[];
    const [target] = await targetsOf(rows, [{ kind: 'cooperation', district: '16097' }]);
    return target?.actors.toSorted();
  };
  expect(await participants()).toEqual(['old-bridge']);
  await merge();
  expect(await participants()).toEqual(['bridge', 'old-bridge']);
  const ended = { ...value, until: '2025-12-31' };
  await saveBody(store, aue, { value: ended, expectedRevision: 2 }, { today });
  expect(await participants()).toEqual([]);
});
