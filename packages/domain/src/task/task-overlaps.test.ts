import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaskAssignment } from './task-assignment.ts';
import { taskMatrix } from './task-matrix.ts';
import { taskOverlaps } from './task-overlaps.ts';
import { anyAssignments, anyDay, tasks, territories } from './testing/any-cooperation.ts';

const responsible = (
  key: string,
  task: string,
  territory: string,
  from: string | null = null,
  until: string | null = null,
): TaskAssignment => ({ key, task, territory, actor: `actor-${key}`, role: 'RESPONSIBLE', from, until });

const told = (assignments: readonly TaskAssignment[]) =>
  taskOverlaps(assignments, territories, tasks).map(
    ({ task, territory, nested, from, until, assignments: [one, other] }) =>
      `${task} ${territory}${nested ? ' nested' : ''} ${from}..${until}: ${one.key} ${other.key}`,
  );

test('tells two who are responsible in the same territory, and the days they have in common', () => {
  const both = [
    responsible('b', 'housing', '12064130', '2026-01-01', '2026-06-30'),
    responsible('a', 'housing', '12064130', '2026-06-30', null),
    responsible('c', 'housing', '12064130', '2025-01-01', '2025-12-31'),
    responsible('d', 'housing', '12064222'),
    { ...responsible('e', 'housing', '12064130'), role: 'CONTRIBUTES' as const },
    { ...responsible('f', 'housing', '12064130'), actor: 'actor-a' },
  ];
  expect(told(both)).toMatchInlineSnapshot(`
    [
      "housing 12064130 2026-06-30..2026-06-30: a b",
      "housing 12064130 2026-01-01..2026-06-30: b f",
      "housing 12064130 2025-01-01..2025-12-31: c f",
    ]
  `);
});

test('tells a municipality beside its district, but not for a task of the municipalities', () => {
  const nested = [
    responsible('district', 'language-courses', '12064'),
    responsible('amt', 'language-courses', '120645403'),
    responsible('town', 'language-courses', '12064130'),
    responsible('district-housing', 'housing', '12064'),
    responsible('town-housing', 'housing', '12064130'),
  ];
  expect(told(nested)).toMatchInlineSnapshot(`
    [
      "language-courses 12064130 nested null..null: amt town",
      "language-courses 12064130 nested null..null: district town",
      "language-courses 120645403 nested null..null: amt district",
    ]
  `);
});

test('knows a kreisfreie Stadt by both of its keys', () => {
  const town = [responsible('one', 'housing', '12052'), responsible('two', 'housing', '12052000')];
  expect(told(town)).toEqual(['housing 12052 null..null: one two']);
});

test('is symmetric: the order of the assignments does not matter', () => {
  fc.assert(
    fc.property(anyAssignments, (assignments) => {
      expect(told(assignments.toReversed())).toEqual(told(assignments));
    }),
  );
});

test('is there on a day just where the matrix shows two actors who are responsible', () => {
  fc.assert(
    fc.property(anyAssignments, anyDay, (all, on) => {
      const now = all.filter(({ from, until }) => (from ?? on) <= on && on <= (until ?? on));
      const overlaps = taskOverlaps(now, territories, tasks);
      for (const { task, territory, assignments } of taskMatrix(now, territories, tasks, on)) {
        const holders = assignments.filter(({ role }) => role === 'RESPONSIBLE');
        const here = overlaps.filter((overlap) => {
          const keys = holders.map(({ key }) => key);
          return overlap.task === task && overlap.assignments.every(({ key }) => keys.includes(key));
        });
        const several = new Set(holders.map(({ actor }) => actor)).size > 1;
        expect({ task, territory, overlaps: here.length > 0 }).toEqual({
          task,
          territory,
          overlaps: several,
        });
      }
    }),
  );
});
