import { expect, test } from 'vitest';
import type { CooperationProblem } from '../task/cooperation-problem.ts';
import type { BodyMeeting } from './body-meeting.ts';
import type { BodyMember } from './body-member.ts';
import { bodyProblems, memberProblems } from './body-problems.ts';
import type { CooperationBody } from './cooperation-body.ts';
import { meetingProblems } from './meeting-problems.ts';

const references = {
  bodies: new Set(['steering', 'network']),
  actors: new Set(['town-hall']),
  territories: new Set(['12064', '12064130']),
  decisions: new Set(['common-concept']),
};
const body: CooperationBody = {
  key: 'steering',
  district: '12064',
  kind: 'STEERING_GROUP',
  title: { de: 'Steuerungsgruppe', en: 'Steering group' },
  purpose: null,
  recurrence: { every: { months: 3 }, since: '2026-01-01' },
  from: '2026-01-01',
  until: null,
};
const member: BodyMember = {
  body: 'steering',
  actor: 'town-hall',
  role: 'MEMBER',
  represents: ['12064130'],
  from: '2026-01-01',
  until: null,
};
const meeting: BodyMeeting = {
  key: 'first',
  body: 'steering',
  day: '2026-02-01',
  state: 'HELD',
  agenda: ['Wohnen'],
  participants: ['town-hall'],
  resolutions: [{ text: 'Das Konzept wird beschlossen', decision: 'common-concept' }],
  links: [{ title: 'Protokoll', url: 'https://www.example.org/protokoll' }],
};

const lines = (problems: readonly CooperationProblem[]) =>
  problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`);

test('good ones have no problems', () => {
  expect(bodyProblems([body], references)).toEqual([]);
  expect(
    memberProblems([member, { ...member, role: 'OFFICE', until: '2025-12-31', from: null }], references),
  ).toEqual([]);
  expect(
    meetingProblems([meeting, { ...meeting, key: 'second', participants: null }], references, '2026-02-01'),
  ).toEqual([]);
});

test('lists everything that is wrong with bodies', () => {
  const bad: CooperationBody = {
    ...body,
    district: '12999',
    title: { de: '', en: 'x' },
    purpose: { de: 'x', en: ' ' },
    recurrence: { every: { weeks: 1.5 }, since: '2026-02-29' },
    until: '2025-01-01',
  };
  const far = { ...body, recurrence: { every: { months: 120 }, since: '9999-01-01' } };
  expect(lines(bodyProblems([body, bad, far], references))).toMatchInlineSnapshot(`
    [
      "bodies.1.district UNKNOWN: there is no district '12999': enter it first or mend the key",
      "bodies.1.title.de REQUIRED: it is empty: write it in German and in English",
      "bodies.1.purpose.en REQUIRED: it is empty: write it in German and in English",
      "bodies.1.until ORDER: it ends on 2025-01-01, before it begins on 2026-01-01: swap the days or mend one",
      "bodies.1.recurrence.since FORM: '2026-02-29' is no day: write it as 2026-02-28",
      "bodies.1.recurrence.every FORM: every 1.5 is no interval: write a whole number from 1 to 120",
      "bodies.2.recurrence.since ORDER: 9999-01-01 lies too far ahead: write the day on which the plan begins",
      "bodies.2.key DUPLICATE: '12064/steering' is already at bodies.0.key: leave one of them out",
    ]
  `);
});

test('lists everything that is wrong with members', () => {
  const bad = { ...member, body: 'steering-group', represents: ['12064130', '12064130', '99'] };
  expect(lines(memberProblems([member, bad, { ...member, from: null }], references))).toMatchInlineSnapshot(`
    [
      "members.1.body UNKNOWN: there is no body 'steering-group': enter it first or mend the key",
      "members.1.represents.2 UNKNOWN: there is no municipality of the district '99': enter it first or mend the key",
      "members.1.represents.1 DUPLICATE: '12064130' is already at members.1.represents.0: leave one of them out",
      "members.2.from DUPLICATE: members.0 says the same for some of its days: end one of them before the other begins",
    ]
  `);
});

test('sees that a seat is held already', () => {
  const beside = [{ ...member, until: '2026-06-30' }];
  const given = [member, { ...member, from: '2026-07-01' }];
  expect(lines(memberProblems(given, { ...references, beside }))).toMatchInlineSnapshot(`
    [
      "members.0.from DUPLICATE: the seat that it has from 2026-01-01 until 2026-06-30 says the same for some of its days: end one of them before the other begins",
      "members.1.from DUPLICATE: members.0 says the same for some of its days: end one of them before the other begins",
    ]
  `);
});

test('an actor has one role in a body at a time, unless it is stored with two', () => {
  const guest: BodyMember = { ...member, role: 'GUEST', from: '2026-03-01' };
  const told = (members: readonly BodyMember[], more: Partial<Parameters<typeof memberProblems>[1]> = {}) =>
    lines(memberProblems(members, { ...references, ...more }));
  expect([told([member, guest]), told([guest], { beside: [member] })]).toMatchInlineSnapshot(`
    [
      [
        "members.1.role CONFLICT: 'town-hall' sits there as MEMBER from 2026-01-01 until further notice (members.0) already, and has one role at a time: end one of the seats before the other begins",
      ],
      [
        "members.0.role CONFLICT: 'town-hall' sits there as MEMBER from 2026-01-01 until further notice already, and has one role at a time: end one of the seats before the other begins",
      ],
    ]
  `);
  expect(told([{ ...member, until: '2026-02-28' }, guest])).toEqual([]);
  expect(told([member, { ...guest, body: 'network' }])).toEqual([]);
  const stored = [member, guest];
  expect(told([member, { ...guest, until: '2026-06-30' }], { stored })).toEqual([]);
  expect(told([guest], { stored, beside: [member] })).toEqual([]);
  expect(told([member, guest], { stored: [member, { ...guest, until: '2026-06-30' }] })).toHaveLength(1);
});

test('lists everything that is wrong with meetings', () => {
  const bad: BodyMeeting[] = [
    {
      ...meeting,
      key: 'second',
      body: 'network',
      day: '2026-02-02',
      agenda: [''],
      participants: ['town-hall', 'town-hall', 'nobody'],
    },
    {
      ...meeting,
      key: 'first',
      day: 'soon',
      state: 'PLANNED',
      resolutions: [{ text: ' ', decision: 'no-such-decision' }],
      links: [{ title: '', url: 'www.example.org' }],
    },
  ];
  expect(lines(meetingProblems([meeting, ...bad], references, '2026-02-01'))).toMatchInlineSnapshot(`
    [
      "meetings.1.state CONFLICT: it is on 2026-02-02 and cannot have been held by 2026-02-01: plan it",
      "meetings.1.agenda.0 REQUIRED: it is empty: write it or leave it out",
      "meetings.1.participants.2 UNKNOWN: there is no actor 'nobody': enter it first or mend the key",
      "meetings.1.participants.1 DUPLICATE: 'town-hall' is already at meetings.1.participants.0: leave one of them out",
      "meetings.2.day FORM: 'soon' is no day: write it as 2026-02-28",
      "meetings.2.participants CONFLICT: it was not held: leave the participants out, or say that it was",
      "meetings.2.resolutions.0.text REQUIRED: it is empty: write it or leave it out",
      "meetings.2.resolutions.0.decision UNKNOWN: there is no decision 'no-such-decision': enter it first or mend the key",
      "meetings.2.links.0.title REQUIRED: it is empty: write it or leave it out",
      "meetings.2.links.0.url FORM: 'www.example.org' is no address: write it whole, with https://",
      "meetings.2.key DUPLICATE: 'steering/first' is already at meetings.0.key: leave one of them out",
    ]
  `);
});
