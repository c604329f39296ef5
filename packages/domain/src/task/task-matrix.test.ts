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
      "12064 language-courses: NOT_EXPECTED district-office CONSULTED",
      "12064 housing: OWN district-office RESPONSIBLE",
      "12064 naturalisation: NOT_EXPECTED ",
      "120645403 language-courses: OWN amt RESPONSIBLE, district-office CONSULTED",
      "120645403 housing: NOT_EXPECTED ",
      "120645403 naturalisation: NOT_EXPECTED ",
      "12064130 language-courses: COVERED amt RESPONSIBLE, district-office CONSULTED",
      "12064130 housing: OWN town-hall RESPONSIBLE, welfare CONTRIBUTES",
      "12064130 naturalisation: GAP ",
      "12064222 language-courses: COVERED amt RESPONSIBLE, district-office CONSULTED",
      "12064222 housing: GAP ",
      "12064222 naturalisation: GAP ",
      "12064472 language-courses: GAP district-office CONSULTED",
      "12064472 housing: GAP ",
      "12064472 naturalisation: GAP ",
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
        "territory": "12064130",
      },
      {
        "task": "housing",
        "territory": "12064130",
      },
      {
        "task": "language-courses",
        "territory": "12064222",
      },
      {
        "task": "housing",
        "territory": "12064222",
      },
      {
        "task": "language-courses",
        "territory": "12064472",
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

test('gaps and responsibilities partition the municipalities and tasks', () => {
  fc.assert(
    fc.property(anyAssignments, anyDay, (assignments, on) => {
      const cells = taskMatrix(assignments, territories, tasks, on);
      const municipal = cells.filter(({ territory }) => !['12064', '120645403'].includes(territory));
      const settled = municipal
        .filter(({ coverage }) => coverage === 'OWN' || coverage === 'COVERED')
        .map(({ task, territory }) => `${territory} ${task}`);
      const gaps = taskGaps(assignments, territories, tasks, on).map(
        ({ task, territory }) => `${territory} ${task}`,
      );
      expect(new Set([...settled, ...gaps]).size).toBe(settled.length + gaps.length);
      expect(settled.length + gaps.length).toBe(4 * tasks.length);
      for (const { coverage, assignments: here } of municipal) {
        expect(here.some(({ role }) => role === 'RESPONSIBLE')).toBe(coverage !== 'GAP');
      }
    }),
  );
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
