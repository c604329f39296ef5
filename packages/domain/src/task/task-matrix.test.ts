import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaskAssignment } from './task-assignment.ts';
import { taskGaps } from './task-gaps.ts';
import { taskMatrix } from './task-matrix.ts';
import { anyAssignment, anyAssignments, anyDay, tasks, territories } from './testing/any-cooperation.ts';

const assigned = (
  key: string,
  task: string,
  territory: string,
  role: TaskAssignment['role'] = 'RESPONSIBLE',
): TaskAssignment => ({ key, task, territory, actor: key, role, from: '2026-01-01', until: '2026-12-31' });

const someone = [
  assigned('town-hall', 'housing', '12064130'),
  assigned('welfare', 'housing', '12064130', 'CONTRIBUTES'),
  assigned('district-office', 'housing', '12064'),
  assigned('amt', 'language-courses', '120645403'),
  assigned('district-office', 'language-courses', '12064', 'CONSULTED'),
  assigned('town', 'naturalisation', '12052000'),
];

const shown = (on: string) =>
  taskMatrix(someone, territories, tasks, on).map(
    ({ task, territory, coverage, assignments }) =>
      `${territory} ${task}: ${coverage} ${assignments.map(({ actor, role }) => `${actor} ${role}`).join(', ')}`,
  );

test('says who does what where, and by whom it is covered', () => {
  expect(shown('2026-12-31')).toMatchInlineSnapshot(`
    [
      "12064 language-courses: GAP district-office CONSULTED",
      "12064 housing: OWN district-office RESPONSIBLE",
      "12064 naturalisation: GAP ",
      "120645403 language-courses: OWN amt RESPONSIBLE, district-office CONSULTED",
      "120645403 housing: NOT_EXPECTED ",
      "120645403 naturalisation: NOT_EXPECTED ",
      "12064130 language-courses: COVERED amt RESPONSIBLE, district-office CONSULTED",
      "12064130 housing: OWN town-hall RESPONSIBLE, welfare CONTRIBUTES",
      "12064130 naturalisation: DISTRICT_GAP ",
      "12064222 language-courses: COVERED amt RESPONSIBLE, district-office CONSULTED",
      "12064222 housing: GAP ",
      "12064222 naturalisation: DISTRICT_GAP ",
      "12064472 language-courses: DISTRICT_GAP district-office CONSULTED",
      "12064472 housing: GAP ",
      "12064472 naturalisation: DISTRICT_GAP ",
      "12052 language-courses: GAP ",
      "12052 housing: GAP ",
      "12052 naturalisation: OWN town RESPONSIBLE",
    ]
  `);
});

test('on a day before and after there is nobody', () => {
  for (const on of ['2025-12-31', '2027-01-01']) {
    expect(
      taskMatrix(someone, territories, tasks, on).every(({ assignments }) => assignments.length === 0),
    ).toBe(true);
  }
});

test('a responsibility of the district leaves the gap of what is a task of the municipality', () => {
  const district = [
    assigned('district-office', 'housing', '12064'),
    assigned('office', 'naturalisation', '12064'),
  ];
  expect(taskGaps(district, territories, tasks, '2026-06-01')).toMatchInlineSnapshot(`
    [
      {
        "task": "language-courses",
        "territory": "12064",
      },
      {
        "task": "housing",
        "territory": "12064130",
      },
      {
        "task": "housing",
        "territory": "12064222",
      },
      {
        "task": "housing",
        "territory": "12064472",
      },
      {
        "task": "language-courses",
        "territory": "12052",
      },
      {
        "task": "housing",
        "territory": "12052",
      },
      {
        "task": "naturalisation",
        "territory": "12052",
      },
    ]
  `);
});

/** Who has somebody responsible for a task, whatever covers what. */
const holders = (assignments: readonly TaskAssignment[], task: string, on: string) =>
  new Set(
    assignments
      .filter((one) => one.task === task && one.role === 'RESPONSIBLE')
      .filter(({ from, until }) => (from ?? on) <= on && on <= (until ?? on))
      .map(({ territory }) => territory),
  );

/** The gaps by the table at `taskCoverageTitles`, written out for the small world: `place task`. */
function modelledGaps(assignments: readonly TaskAssignment[], on: string): readonly string[] {
  return tasks.flatMap(({ key, level }) => {
    const held = holders(assignments, key, on);
    const amt = held.has('120645403');
    const without = [
      ...(amt || held.has('12064130') ? [] : ['12064130']),
      ...(amt || held.has('12064222') ? [] : ['12064222']),
      ...(held.has('12064472') ? [] : ['12064472']),
    ];
    const town = held.has('12052') || held.has('12052000') ? [] : ['12052'];
    if (level === 'MUNICIPAL') return [...without, ...town].map((place) => `${place} ${key}`);
    const district = held.has('12064') || without.length === 0 ? [] : ['12064'];
    return [...district, ...town].map((place) => `${place} ${key}`);
  });
}

test('the gaps are those of the table, each in one place', () => {
  fc.assert(
    fc.property(anyAssignments, anyDay, (assignments, on) => {
      const gaps = taskGaps(assignments, territories, tasks, on).map(
        ({ task, territory }) => `${territory} ${task}`,
      );
      expect(gaps.toSorted()).toEqual(modelledGaps(assignments, on).toSorted());
    }),
  );
});

test('a municipality shows a gap of the district just where the district has one and nobody answers', () => {
  fc.assert(
    fc.property(anyAssignments, anyDay, (assignments, on) => {
      const cells = taskMatrix(assignments, territories, tasks, on);
      const gaps = new Set(modelledGaps(assignments, on));
      for (const { task, territory, coverage, assignments: here } of cells) {
        const answered = here.some(({ role }) => role === 'RESPONSIBLE');
        expect(answered).toBe(coverage === 'OWN' || coverage === 'COVERED');
        const isPart = ['12064130', '12064222', '12064472'].includes(territory);
        expect(coverage === 'DISTRICT_GAP').toBe(isPart && !answered && gaps.has(`12064 ${task}`));
        if (isPart) expect(coverage).not.toBe('NOT_EXPECTED');
      }
    }),
  );
});

test.each([
  ['nobody is responsible', [], 'GAP DISTRICT_GAP DISTRICT_GAP DISTRICT_GAP'],
  ['the Amt alone is', ['120645403'], 'GAP COVERED COVERED DISTRICT_GAP'],
  ['all municipalities are', ['120645403', '12064472'], 'NOT_EXPECTED COVERED COVERED OWN'],
  ['the district is', ['12064'], 'OWN COVERED COVERED COVERED'],
  ['the district and one municipality are', ['12064', '12064472'], 'OWN COVERED COVERED OWN'],
])('a task of the district where %s', (_, places, expected) => {
  for (const task of ['language-courses', 'naturalisation']) {
    const held = places.map((place) => assigned(`office-${place}`, task, place));
    const cells = taskMatrix(held, territories, tasks, '2026-06-01').filter(
      (cell) => cell.task === task && !['120645403', '12052'].includes(cell.territory),
    );
    expect(cells.map(({ coverage }) => coverage).join(' ')).toBe(expected);
  }
});

test('a gap is never lost: without its district a municipality has it, and a district without municipalities', () => {
  const gapsIn = (keys: readonly string[]) => {
    const places = territories.filter(({ key }) => keys.includes(key));
    return taskGaps([], places, tasks.slice(0, 1), '2026-06-01').map(({ territory }) => territory);
  };
  expect(gapsIn(['12064472', '12052'])).toEqual(['12064472', '12052']);
  expect(gapsIn(['12064', '120645403'])).toEqual(['12064']);
});

test('one more assignment never adds a gap', () => {
  fc.assert(
    fc.property(anyAssignments, anyAssignment, anyDay, (assignments, more, on) => {
      const before = taskGaps(assignments, territories, tasks, on);
      const after = taskGaps([...assignments, more], territories, tasks, on);
      expect(before).toEqual(expect.arrayContaining([...after]));
    }),
  );
});

test('the order of the assignments does not matter', () => {
  fc.assert(
    fc.property(anyAssignments, anyDay, (assignments, on) => {
      expect(taskMatrix(assignments.toReversed(), territories, tasks, on)).toEqual(
        taskMatrix(assignments, territories, tasks, on),
      );
    }),
  );
});
