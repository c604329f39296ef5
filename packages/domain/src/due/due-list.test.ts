import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BodyMeeting } from '../body/body-meeting.ts';
import type { CooperationBody } from '../body/cooperation-body.ts';
import { action } from '../concept/testing/any-concept.ts';
import { anyDay } from '../task/testing/any-cooperation.ts';
import { type DueRow, dueId } from './due-entry.ts';
import { type DueSources, dueUntil } from './due-list.ts';
import { anySources, inForce } from './testing/any-due.ts';

const steering: CooperationBody = {
  key: 'steering',
  district: '12064',
  kind: 'STEERING_GROUP',
  title: { de: 'Steuerungsgruppe', en: 'Steering group' },
  purpose: null,
  recurrence: { every: { months: 3 }, since: '2026-01-15' },
  from: null,
  until: null,
};
const meeting = (day: string, state: BodyMeeting['state']): BodyMeeting => ({
  key: `meeting-${day}`,
  body: 'steering',
  day,
  state,
  agenda: [],
  participants: null,
  resolutions: [],
  links: [],
});
const row = (key: string, day: string, actor: string | null = null): DueRow => ({
  district: '12064',
  asked: 'TAKE',
  subject: { kind: 'decision', key: `12064/${key}` },
  key,
  title: { de: `${key} (de)`, en: `${key} (en)` },
  day,
  territory: '12064130',
  actor,
});
const nothing: DueSources = {
  bodies: [],
  meetings: [],
  actions: [],
  positions: [],
  deliveries: [],
  trainings: [],
};
const told = (sources: Partial<DueSources>, until: string, on: string) =>
  dueUntil({ ...nothing, ...sources }, until, on).map(
    (entry) => `${entry.day} ${dueId(entry)} "${entry.title.de}"${entry.overdue ? ' overdue' : ''}`,
  );

test('lists what is due of every kind, by day and kind', () => {
  const sources: DueSources = {
    bodies: [steering],
    meetings: [
      meeting('2026-04-10', 'PLANNED'),
      meeting('2026-01-20', 'HELD'),
      meeting('2026-03-01', 'CANCELLED'),
    ],
    actions: [inForce(action), inForce({ ...action, key: 'done', status: 'DONE', doneOn: '2026-02-01' })],
    positions: [row('common-concept', '2026-04-10', 'town-hall'), row('later', '2026-07-01')],
    deliveries: [row('population-2025', '2026-03-31')],
    trainings: [row('intercultural', '2026-06-30')],
  };
  expect(told(sources, '2026-06-30', '2026-04-01')).toMatchInlineSnapshot(`
    [
      "2026-03-31 delivery:population-2025:12064130 "population-2025 (de)" overdue",
      "2026-04-10 meeting:steering/meeting-2026-04-10:12064 "Sitzung: Steuerungsgruppe"",
      "2026-04-10 position:common-concept:12064130:town-hall "common-concept (de)"",
      "2026-06-30 action:together/language-cafe:12064:migrant-council "Maßnahme endet: Language café (de)"",
      "2026-06-30 action:together/language-cafe:12064:town-hall "Maßnahme endet: Language café (de)"",
      "2026-06-30 training:intercultural:12064130 "intercultural (de)"",
    ]
  `);
});

test('the next meeting of the plan is due unless one is planned by then and still to come', () => {
  const due = '2026-04-15 meeting:steering/due-2026-04-15:12064 "Sitzung fällig: Steuerungsgruppe"';
  const list = (on: string, ...meetings: readonly BodyMeeting[]) =>
    told({ bodies: [steering], meetings }, '2026-12-31', on);
  expect(list('2026-03-01')).toEqual([due]);
  expect(list('2026-05-01')).toEqual([`${due} overdue`]);
  expect(list('2026-03-01', meeting('2026-04-15', 'PLANNED'))).toHaveLength(1);
  expect(list('2026-03-01', meeting('2026-04-16', 'PLANNED'))).toContain(due);
  expect(list('2026-04-11', meeting('2026-04-10', 'PLANNED'))).toEqual([
    '2026-04-10 meeting:steering/meeting-2026-04-10:12064 "Eintragen, ob die Sitzung stattgefunden hat: Steuerungsgruppe" overdue',
    due,
  ]);
});

test('says what is to be done, and which record it is about', () => {
  const meetings = [meeting('2026-04-10', 'PLANNED')];
  const about = (on: string) =>
    dueUntil({ ...nothing, bodies: [steering], meetings, actions: [inForce(action)] }, '2026-12-31', on).map(
      ({ asked, subject, title }) => `${asked} ${subject.kind} ${subject.key}: ${title.en}`,
    );
  expect(about('2026-04-10')).toMatchInlineSnapshot(`
    [
      "HOLD meeting 12064/steering/meeting-2026-04-10: Meeting: Steering group",
      "FINISH concept 12064/together/2: Action ends: Language café (en)",
      "FINISH concept 12064/together/2: Action ends: Language café (en)",
    ]
  `);
  expect(about('2026-04-11').slice(0, 2)).toMatchInlineSnapshot(`
    [
      "RECORD meeting 12064/steering/meeting-2026-04-10: Record whether the meeting took place: Steering group",
      "SCHEDULE body 12064/steering: Meeting due: Steering group",
    ]
  `);
});

test('a body that has ended, or ends before, has no next meeting', () => {
  const until = (day: string) => told({ bodies: [{ ...steering, until: day }] }, '2026-12-31', '2026-03-01');
  expect(until('2026-04-14')).toEqual([]);
  expect(until('2026-04-15')).toHaveLength(1);
  expect(told({ bodies: [{ ...steering, until: '2026-04-20' }] }, '2026-12-31', '2026-05-01')).toEqual([]);
  const planned = [meeting('2026-04-10', 'PLANNED'), meeting('2026-04-11', 'PLANNED')];
  const ended = { bodies: [{ ...steering, until: '2026-04-10', recurrence: null }], meetings: planned };
  expect(told(ended, '2026-12-31', '2026-03-01')).toHaveLength(1);
});

test('is monotone: until a later day there is the same and more behind it', () => {
  fc.assert(
    fc.property(anySources, anyDay, anyDay, anyDay, (sources, on, one, other) => {
      const [earlier, later] = [one, other].toSorted() as [string, string];
      const less = dueUntil(sources, earlier, on);
      const more = dueUntil(sources, later, on);
      expect(more.slice(0, less.length)).toEqual(less);
      expect(more.slice(less.length).every(({ day }) => day > earlier)).toBe(true);
    }),
  );
});

test('is sorted by day, overdue before the day that is asked on, and does not depend on the order of the sources', () => {
  fc.assert(
    fc.property(anySources, anyDay, (sources, on) => {
      const entries = dueUntil(sources, '2099-12-31', on);
      expect(entries.map(({ day }) => day)).toEqual(entries.map(({ day }) => day).toSorted());
      for (const { day, overdue } of entries) expect(overdue).toBe(day < on);
      const turned = { ...sources, meetings: sources.meetings.toReversed() };
      expect(dueUntil(turned, '2099-12-31', on).map(dueId)).toEqual(entries.map(dueId));
    }),
  );
});
