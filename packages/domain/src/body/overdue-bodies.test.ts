import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../due/day.ts';
import type { BodyMeeting } from './body-meeting.ts';
import type { CooperationBody } from './cooperation-body.ts';
import { overdueBodies } from './overdue-bodies.ts';
import { nextMeetingDue } from './recurrence.ts';

const words = { de: 'Steuerungsgruppe', en: 'Steering group' };
const steering: CooperationBody = {
  key: 'steering',
  district: '12064',
  kind: 'STEERING_GROUP',
  title: words,
  purpose: null,
  recurrence: { every: { months: 3 }, since: '2025-11-30' },
  from: '2025-01-01',
  until: null,
};
const meeting = (day: string, state: BodyMeeting['state'] = 'HELD'): BodyMeeting => ({
  key: `meeting-${day}`,
  body: 'steering',
  day,
  state,
  agenda: [],
  participants: null,
  resolutions: [],
  links: [],
});

test('is due one interval after the last meeting, or after the plan began', () => {
  expect(nextMeetingDue({ every: { months: 3 }, since: '2025-11-30' }, [])).toBe('2026-02-28');
  expect(nextMeetingDue({ every: { weeks: 2 }, since: '2026-01-01' }, ['2026-02-20', '2025-12-01'])).toBe(
    '2026-03-06',
  );
});

test('is overdue from the day after', () => {
  expect(overdueBodies([steering], [], '2026-02-28')).toEqual([]);
  expect(overdueBodies([steering], [], '2026-03-02')).toEqual([
    { body: 'steering', due: '2026-02-28', lastHeld: null, daysLate: 2 },
  ]);
});

test('counts only what was held by that day', () => {
  const cancelled = [
    meeting('2026-02-20', 'CANCELLED'),
    meeting('2026-02-25', 'PLANNED'),
    meeting('2026-06-01'),
  ];
  expect(overdueBodies([steering], cancelled, '2026-03-01')).toMatchObject([
    { due: '2026-02-28', lastHeld: null },
  ]);
  expect(overdueBodies([steering], [meeting('2026-02-20')], '2026-05-20')).toEqual([]);
  expect(overdueBodies([steering], [meeting('2026-02-20')], '2026-05-21')).toMatchObject([
    { due: '2026-05-20', lastHeld: '2026-02-20', daysLate: 1 },
  ]);
});

test('leaves out what has no plan or does not exist on that day; the longest overdue stands first', () => {
  const others: CooperationBody[] = [
    { ...steering, key: 'as-needed', recurrence: null },
    { ...steering, key: 'ended', until: '2026-04-30' },
    { ...steering, key: 'weekly', recurrence: { every: { weeks: 1 }, since: '2025-11-30' } },
  ];
  expect(overdueBodies([steering, ...others], [], '2026-05-01').map(({ body }) => body)).toEqual([
    'weekly',
    'steering',
  ]);
});

test('another meeting never makes it overdue', () => {
  const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-11-01', days));
  fc.assert(
    fc.property(fc.array(anyDay), anyDay, anyDay, (days, more, on) => {
      const late = (all: readonly string[]) =>
        overdueBodies(
          [steering],
          all.map((day) => meeting(day)),
          on,
        );
      const before = late(days)[0]?.daysLate ?? 0;
      const [after] = late([...days, more]);
      expect(after?.daysLate ?? 0).toBeLessThanOrEqual(before);
      if (after !== undefined) expect(daysBetween(after.due, on)).toBe(after.daysLate);
    }),
  );
});
