import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BodyMeeting } from './body-meeting.ts';
import type { BodyMember } from './body-member.ts';
import { meetingPresence, type PresenceContext, presenceOverTime } from './meeting-presence.ts';
import { presenceOverall } from './presence.ts';

const seat = (
  actor: string,
  represents: readonly string[] = [],
  role: BodyMember['role'] = 'MEMBER',
): BodyMember => ({
  body: 'network',
  actor,
  role,
  represents,
  from: '2026-01-01',
  until: null,
});
const members = [
  seat('amt', ['12064130', '12064222']),
  seat('town-hall', ['12064472']),
  seat('other-town', ['12064428'], 'GUEST'),
  seat('migrant-council'),
  seat('sports-club'),
];
const context: PresenceContext = {
  actors: [
    { key: 'migrant-council', kind: 'migrantOrganisation', migrantLed: false },
    { key: 'sports-club', kind: 'association', migrantLed: true },
    { key: 'amt', kind: 'administration', migrantLed: false },
  ],
  municipalities: ['12064130', '12064222', '12064472', '12064428', '12064009'],
};
const meeting = (day: string, participants: readonly string[] | null): BodyMeeting => ({
  key: `meeting-${day}`,
  body: 'network',
  day,
  state: 'HELD',
  agenda: [],
  participants,
  resolutions: [],
  links: [],
});

test('counts municipalities through who represents them, and migrant organisations', () => {
  const present = meetingPresence(
    meeting('2026-03-01', ['amt', 'other-town', 'sports-club']),
    members,
    context,
  );
  expect(present).toMatchInlineSnapshot(`
    {
      "memberMunicipalities": {
        "expected": 3,
        "present": 2,
        "share": 0.6666666666666666,
      },
      "migrantOrganisations": {
        "expected": 2,
        "present": 1,
        "share": 0.5,
      },
      "municipalities": {
        "expected": 5,
        "present": 3,
        "share": 0.6,
      },
    }
  `);
});

test('what was not recorded is null, never 0; nobody recorded as present is 0', () => {
  const unknown = { present: null, share: null };
  expect(meetingPresence(meeting('2026-03-01', null), members, context)).toEqual({
    municipalities: { ...unknown, expected: 5 },
    memberMunicipalities: { ...unknown, expected: 3 },
    migrantOrganisations: { ...unknown, expected: 2 },
  });
  expect(meetingPresence(meeting('2026-03-01', []), members, context).municipalities.share).toBe(0);
  const noMunicipalities = { ...context, municipalities: null };
  const known = meetingPresence(meeting('2026-03-01', ['amt']), members, noMunicipalities);
  expect(known.municipalities).toEqual({ present: null, expected: null, share: null });
});

test('has no share where nobody has a seat on that day', () => {
  const before = meetingPresence(meeting('2025-12-31', ['amt']), members, context);
  expect(before.migrantOrganisations).toEqual({ present: 0, expected: 0, share: null });
});

test('over time it is the share of the sums, without what is not known', () => {
  const meetings = [
    meeting('2025-12-01', ['amt']),
    meeting('2026-03-01', ['amt']),
    meeting('2026-04-01', null),
    meeting('2026-05-01', ['amt', 'town-hall', 'migrant-council']),
    { ...meeting('2026-06-01', []), state: 'CANCELLED' as const },
  ];
  const days = { from: '2026-01-01', until: '2026-12-31' };
  const { meetings: each, overall } = presenceOverTime('network', members, meetings, () => context, days);
  expect(
    each.map(({ day, memberMunicipalities }) => [day, memberMunicipalities.share]),
  ).toMatchInlineSnapshot(`
    [
      [
        "2026-03-01",
        0.6666666666666666,
      ],
      [
        "2026-04-01",
        null,
      ],
      [
        "2026-05-01",
        1,
      ],
    ]
  `);
  expect(overall).toMatchInlineSnapshot(`
    {
      "memberMunicipalities": {
        "expected": 6,
        "present": 5,
        "share": 0.8333333333333334,
      },
      "migrantOrganisations": {
        "expected": 4,
        "present": 1,
        "share": 0.25,
      },
      "municipalities": {
        "expected": 10,
        "present": 5,
        "share": 0.5,
      },
    }
  `);
  const nothing = presenceOverTime('network', members, meetings, () => context, {
    from: '2026-04-01',
    until: '2026-04-30',
  });
  expect(nothing.overall.municipalities).toEqual({ present: null, expected: null, share: null });
});

test('counts the municipalities that there were on the day of each meeting', () => {
  const meetings = [meeting('2026-03-01', ['amt']), meeting('2026-09-01', ['amt'])];
  const contextOn = (day: string) =>
    day < '2026-07-01' ? context : { ...context, municipalities: ['12064130', '12064472'] };
  const days = { from: '2026-01-01', until: '2026-12-31' };
  const { meetings: each, overall } = presenceOverTime('network', members, meetings, contextOn, days);
  expect(each.map(({ municipalities }) => municipalities)).toEqual([
    { present: 2, expected: 5, share: 2 / 5 },
    { present: 1, expected: 2, share: 1 / 2 },
  ]);
  expect(overall.municipalities).toEqual({ present: 3, expected: 7, share: 3 / 7 });
});

test('a share lies between 0 and 1, overall between the smallest and the largest', () => {
  const anyPresence = fc
    .integer({ min: 1, max: 20 })
    .chain((expected) =>
      fc
        .integer({ min: 0, max: expected })
        .map((present) => ({ present, expected, share: present / expected })),
    );
  fc.assert(
    fc.property(fc.array(anyPresence, { minLength: 1, maxLength: 5 }), (presences) => {
      const shares = presences.map(({ share }) => share);
      const { share } = presenceOverall([...presences, { present: null, expected: 3, share: null }]);
      expect(share).toBeGreaterThanOrEqual(Math.min(...shares));
      expect(share).toBeLessThanOrEqual(Math.max(...shares));
    }),
  );
});
