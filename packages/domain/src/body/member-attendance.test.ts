import { expect, test } from 'vitest';
import type { BodyMeeting } from './body-meeting.ts';
import type { BodyMember } from './body-member.ts';
import { memberAttendance } from './member-attendance.ts';

const member = (actor: string, more: Partial<BodyMember> = {}): BodyMember => ({
  body: 'steering',
  actor,
  role: 'MEMBER',
  represents: [],
  from: null,
  until: null,
  ...more,
});
const meeting = (
  day: string,
  participants: readonly string[] | null,
  more: Partial<BodyMeeting> = {},
): BodyMeeting => ({
  key: `meeting-${day}`,
  body: 'steering',
  day,
  state: 'HELD',
  agenda: [],
  participants,
  resolutions: [],
  links: [],
  ...more,
});

const members = [
  member('district-office', { role: 'OFFICE' }),
  member('town-hall'),
  member('town-hall', { role: 'CHAIR' }),
  member('newcomer', { from: '2026-05-01' }),
  member('gone', { until: '2026-01-31' }),
  member('guest', { role: 'GUEST' }),
  member('elsewhere', { body: 'network' }),
];

test('says who took part in the last months, and who did not', () => {
  const meetings = [
    meeting('2025-10-01', ['town-hall']),
    meeting('2025-11-30', ['town-hall', 'district-office']),
    meeting('2026-02-01', ['district-office', 'guest']),
    meeting('2026-03-01', ['town-hall'], { state: 'CANCELLED' }),
    meeting('2026-06-01', ['town-hall']),
  ];
  expect(memberAttendance('steering', members, meetings, 6, '2026-05-31')).toMatchInlineSnapshot(`
    [
      {
        "actor": "district-office",
        "attendance": "TOOK_PART",
        "attended": 1,
        "lastAttended": "2026-02-01",
        "meetings": 1,
        "recorded": 1,
      },
      {
        "actor": "newcomer",
        "attendance": "NO_MEETING",
        "attended": 0,
        "lastAttended": null,
        "meetings": 0,
        "recorded": 0,
      },
      {
        "actor": "town-hall",
        "attendance": "ABSENT",
        "attended": 0,
        "lastAttended": "2025-11-30",
        "meetings": 1,
        "recorded": 1,
      },
    ]
  `);
});

test('calls nobody absent as long as it is not known who was there', () => {
  const half = [meeting('2026-02-01', ['district-office']), meeting('2026-05-02', null)];
  const states = memberAttendance('steering', members, half, 6, '2026-05-31');
  expect(states.map(({ actor, attendance }) => `${actor} ${attendance}`)).toEqual([
    'district-office TOOK_PART',
    'newcomer UNKNOWN',
    'town-hall UNKNOWN',
  ]);
});

test('believes who says that it was there, and concludes nothing of the others', () => {
  const meetings = [meeting('2026-02-01', null, { reported: ['town-hall'] })];
  expect(memberAttendance('steering', members, meetings, 6, '2026-05-31')).toMatchObject([
    {
      actor: 'district-office',
      attendance: 'UNKNOWN',
      meetings: 1,
      recorded: 0,
      attended: 0,
      lastAttended: null,
    },
    { actor: 'newcomer', attendance: 'NO_MEETING' },
    {
      actor: 'town-hall',
      attendance: 'TOOK_PART',
      meetings: 1,
      recorded: 1,
      attended: 1,
      lastAttended: '2026-02-01',
    },
  ]);
});

test('the window is open at its beginning', () => {
  const meetings = [meeting('2026-02-28', ['town-hall']), meeting('2026-03-01', [])];
  const [state] = memberAttendance('steering', [member('town-hall')], meetings, 3, '2026-05-28');
  expect(state).toMatchObject({ attendance: 'ABSENT', meetings: 1, lastAttended: '2026-02-28' });
});
