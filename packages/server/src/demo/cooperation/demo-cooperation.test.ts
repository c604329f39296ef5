import {
  actionProgress,
  actionsOf,
  actorProblems,
  conceptOn,
  integrationTasks,
  jointDecisionResult,
  memberAttendance,
  overdueBodies,
  partyStandings,
  personalDataHints,
  replayDecision,
  targetBaseline,
  targetProgress,
  taskGaps,
  taskMatrix,
  taskOverlaps,
  tasksOfDistrict,
} from '@kreisweit/domain';
import { describe, expect, test } from 'vitest';
import { demoActors, demoMerge } from '../demo-actors.ts';
import { demoRegisterLater } from '../demo-register.ts';
import { demoCooperation } from './demo-cooperation.ts';
import { demoDays } from './demo-days.ts';
import { figuresOfDistrict } from './testing/figures-of-district.ts';
import { placesOfDistrict } from './testing/places-of-district.ts';
import { problemsOfCooperation } from './testing/problems-of-cooperation.ts';

const days = ['2026-01-01', '2026-11-24', '2028-02-29'];
const cases = days.flatMap((today) =>
  demoCooperation(today).map((cooperation) => ({ today, district: cooperation.district, cooperation })),
);
const actors = new Set(demoActors.map(({ key }) => key));

test('nothing is wrong with the actors', () => {
  const places = demoRegisterLater.entries.map(({ ars, ags }) => ags ?? ars);
  const references = {
    territories: new Set(places),
    districts: new Set(['12070', '03153', '09473']),
    ...{ actors: new Set<string>(), memberships: [], today: '2026-01-01' },
  };
  expect(actorProblems(demoActors, references)).toEqual([]);
  expect(actors.has(demoMerge.duplicate) && actors.has(demoMerge.survivor)).toBe(true);
  expect(demoActors.filter(({ deactivatedOn }) => deactivatedOn !== null)).toHaveLength(1);
});

describe.each(cases)('$district as on $today', ({ today, district, cooperation }) => {
  test('has nothing wrong with it', () => {
    expect(problemsOfCooperation(cooperation, today)).toEqual([]);
  });

  test('holds as much as the demo says', () => {
    const { tasks, overrides, assignments, bodies, meetings, concepts, trainings, deadlines } = cooperation;
    const [concept] = concepts;
    expect([tasks.length, overrides.length, bodies.length, trainings.length]).toEqual([2, 2, 4, 4]);
    expect(deadlines).toHaveLength(3);
    expect(assignments.length).toBeGreaterThanOrEqual(40);
    expect(assignments.length).toBeLessThanOrEqual(80);
    expect(assignments.some(({ until }) => until !== null && until < today)).toBe(true);
    for (const { key } of bodies) {
      const held = meetings.filter(({ body }) => body === key);
      expect(held.length, key).toBeGreaterThanOrEqual(5);
      expect(held.length, key).toBeLessThanOrEqual(8);
    }
    expect(concept?.fields.length).toBeGreaterThanOrEqual(4);
    expect(concept?.fields.length).toBeLessThanOrEqual(6);
    expect(concept?.fields.flatMap(({ goals }) => goals).length).toBeGreaterThanOrEqual(10);
    expect(concept && actionsOf(concept).length).toBeGreaterThanOrEqual(20);
    expect(concepts).toHaveLength(district === '12070' ? 2 : 1);
  });

  test('has tasks that are settled here, settled above and settled by nobody, and some that two answer for', () => {
    const tasks = tasksOfDistrict(
      district,
      [...integrationTasks, ...cooperation.tasks],
      cooperation.overrides,
    );
    const places = placesOfDistrict(district);
    const matrix = taskMatrix(cooperation.assignments, places, tasks, today);
    expect(new Set(matrix.map(({ coverage }) => coverage))).toEqual(
      new Set(['OWN', 'COVERED', 'GAP', 'DISTRICT_GAP', 'NOT_EXPECTED']),
    );
    expect(taskGaps(cooperation.assignments, places, tasks, today).length).toBeGreaterThan(10);
    const overlaps = taskOverlaps(cooperation.assignments, places, tasks);
    expect(new Set(overlaps.map(({ nested }) => nested))).toEqual(new Set([true, false]));
  });

  test('has a body that is overdue, one absent for a year, and meetings of every kind', () => {
    const { bodies, members, meetings } = cooperation;
    expect(overdueBodies(bodies, meetings, today)).toHaveLength(1);
    const absent = bodies.flatMap(({ key }) =>
      memberAttendance(key, members, meetings, 12, today).filter(({ attendance }) => attendance === 'ABSENT'),
    );
    expect(absent).toHaveLength(1);
    expect(absent[0]?.meetings).toBeGreaterThan(2);
    const states = new Set(meetings.map(({ state }) => state));
    expect(states.has('HELD') && states.has('PLANNED')).toBe(true);
    expect(meetings.some(({ state, participants }) => state === 'HELD' && participants === null)).toBe(true);
    expect(
      meetings.every(({ state, day }) => (state === 'PLANNED') === day > today || state === 'CANCELLED'),
    ).toBe(true);
    expect(members.some(({ until }) => until !== null && until < today)).toBe(true);
  });

  test('has joint decisions at every stage, which follow from their histories', () => {
    const { decisions } = cooperation;
    for (const decision of decisions) expect(replayDecision(decision.history)).toEqual(decision);
    const states = decisions.map(({ key, round, state }) => `${key} ${round} ${state}`);
    expect(states).toEqual(STATES[district]);
    for (const { history } of decisions) {
      expect(history.map(({ on }) => on)).toEqual(history.map(({ on }) => on).toSorted());
      expect(history.every(({ on }) => on <= today)).toBe(true);
    }
    const open = decisions.find(({ state }) => state === 'OPEN');
    if (open === undefined) throw new Error('none is open');
    expect(open.voting && open.voting.lastDay > today).toBe(true);
    expect(new Set(partyStandings(open).map(({ standing }) => standing))).toEqual(
      new Set(['CURRENT', 'STALE', 'MISSING']),
    );
    const { unconfirmed, withReservations } = jointDecisionResult(open).municipalities;
    expect(unconfirmed).toBeGreaterThan(0);
    expect(withReservations).toBeGreaterThan(0);
  });

  test('has a concept in force with actions at every stage and targets whose beginning is known', () => {
    const concept = conceptOn(cooperation.concepts, today);
    if (concept === null) throw new Error('none is in force');
    const stages = new Set(actionsOf(concept).map(({ action }) => actionProgress(action, today)));
    expect(stages.size).toBe(6);
    expect(new Set(actionsOf(concept).map(({ action }) => action.status)).size).toBe(4);
    const targets = concept.fields.flatMap(({ goals }) => goals.flatMap((goal) => goal.targets));
    expect(targets).toHaveLength(2);
    expect(targets.every(({ period }) => period > today)).toBe(true);
    // All figures of the demo are older than its concepts: they say where a target begins, and not whether it is reached.
    const figures = figuresOfDistrict(district);
    expect(targets.map((target) => targetProgress(target, figures, concept).state)).toEqual([
      'UNKNOWN',
      'UNKNOWN',
    ]);
    const baselines = targets.map((target) => targetBaseline(target, figures, concept)?.period ?? null);
    expect(new Set(baselines)).toEqual(new Set(['2015', null]));
  });

  test('names no person, and says wherever it could be taken for real that it is an example', () => {
    const texts = textsIn(cooperation);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.flatMap(personalDataHints)).toEqual([]);
    const { tasks, bodies, meetings, decisions, concepts, trainings, deadlines } = cooperation;
    for (const { title } of [...tasks, ...bodies, ...concepts, ...trainings, ...deadlines]) {
      expect([title.de, title.en]).toEqual([
        expect.stringMatching(/ \(Beispiel\)$/),
        expect.stringMatching(/ \(example\)$/),
      ]);
    }
    for (const { title, text } of decisions.flatMap(({ proposals }) => proposals)) {
      expect([title.de, text.de]).toEqual([
        expect.stringMatching(/\(Beispiel\)$/),
        expect.stringMatching(/^Beispiel/),
      ]);
      expect([title.en, text.en]).toEqual([
        expect.stringMatching(/\(example\)$/),
        expect.stringMatching(/^Example/),
      ]);
    }
    for (const { party, reference, statement } of decisions.flatMap(({ positions }) => positions)) {
      if (party.kind !== 'ACTOR') expect(reference).toMatch(/^Beispielbeschluss /);
      expect(statement?.de).toMatch(/^Beispiel: /);
      expect(statement?.en).toMatch(/^Example: /);
    }
    for (const { positions } of decisions) {
      const references = positions.flatMap(({ reference }) => reference ?? []);
      expect(new Set(references).size).toBe(references.length);
    }
    for (const { text } of meetings.flatMap(({ resolutions }) => resolutions)) {
      expect(text).toMatch(/^Beispielbeschluss: /);
    }
    for (const { title } of meetings.flatMap(({ links }) => links)) expect(title).toMatch(/\(Beispiel\)$/);
  });
});

test('the same day gives the same, and any day gives something sound', () => {
  expect(demoCooperation('2026-11-24')).toEqual(demoCooperation('2026-11-24'));
  for (const today of ['2026-02-28', '2026-03-01', '2026-05-31', '2026-08-02', '2027-01-31']) {
    expect(
      demoCooperation(today).flatMap((cooperation) => problemsOfCooperation(cooperation, today)),
    ).toEqual([]);
  }
});

test('days are working days and keep their order', () => {
  const { at, start, end, year } = demoDays('2026-11-24');
  expect([at(0), at(0, 4), at(0, 5), at(0, 6), at(-1), start(-1), end(3), year(-1)]).toEqual([
    ...['2026-11-24', '2026-11-27', '2026-11-27', '2026-11-30', '2026-10-23', '2026-10-01', '2027-02-28'],
    '2025',
  ]);
  expect([demoDays('2026-12-28').at(0, -2), demoDays('2027-01-01').at(0)]).toEqual([
    '2026-12-23',
    '2026-12-30',
  ]);
});

const STATES: Readonly<Record<string, readonly string[]>> = {
  '12070': [
    'integration-concept 1 ADOPTED',
    'course-planning 1 OPEN',
    'mobility-fund 1 NOT_ADOPTED',
    'mobility-fund 2 ADOPTED',
    'interpreter-pool 1 DRAFT',
    'welcome-guide 1 CONSULTATION',
  ],
  '03153': [
    'participation-concept 1 ADOPTED',
    'housing-agreement 1 OPEN',
    'joint-monitoring 1 NOT_ADOPTED',
    'joint-monitoring 2 CLOSED',
    'interpreters-on-call 1 DRAFT',
    'meeting-places 1 CONSULTATION',
  ],
  '09473': [
    'integration-concept 1 ADOPTED',
    'volunteer-card 1 OPEN',
    'joint-report 1 NOT_ADOPTED',
    'joint-report 2 WITHDRAWN',
    'language-mentors 1 DRAFT',
    'first-orientation 1 CONSULTATION',
  ],
};

/** Every text in a value, however deep; keys and days are texts too. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
