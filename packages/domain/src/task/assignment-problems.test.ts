import { expect, test } from 'vitest';
import { assignmentProblems } from './assignment-problems.ts';
import type { TaskAssignment } from './task-assignment.ts';

const references = {
  tasks: new Set(['housing']),
  territories: new Set(['12064', '12064130']),
  actors: new Set(['town-hall']),
};
const good: TaskAssignment = {
  key: 'one',
  task: 'housing',
  territory: '12064130',
  actor: 'town-hall',
  role: 'RESPONSIBLE',
  from: '2026-01-01',
  until: null,
};

test('a good one has no problems, nor has one that begins when the other has ended', () => {
  const before = { ...good, key: 'two', from: null, until: '2025-12-31' };
  expect(assignmentProblems([good, before], references)).toEqual([]);
});

test('lists everything that is wrong at once', () => {
  const problems = assignmentProblems(
    [
      good,
      { ...good, from: '2026-13-01', until: '2026-02-30', task: 'hosing' },
      {
        ...good,
        key: 'Two',
        role: 'INFORMED',
        territory: '12999',
        actor: 'nobody',
        from: '2026-02-01',
        until: '2026-01-01',
      },
      { ...good, key: 'three', from: '2027-01-01' },
    ],
    references,
  );
  expect(problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`)).toMatchInlineSnapshot(`
    [
      "assignments.1.task UNKNOWN: there is no task 'hosing': did you mean 'housing'?",
      "assignments.1.from FORM: '2026-13-01' is no day: write it as 2026-02-28",
      "assignments.1.until FORM: '2026-02-30' is no day: write it as 2026-02-28",
      "assignments.2.key FORM: 'Two' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "assignments.2.territory UNKNOWN: there is no territory '12999': enter it first or mend the key",
      "assignments.2.actor UNKNOWN: there is no actor 'nobody': enter it first or mend the key",
      "assignments.2.until ORDER: it ends on 2026-01-01, before it begins on 2026-02-01: swap the days or mend one",
      "assignments.1.key DUPLICATE: 'one' is already at assignments.0.key: leave one of them out",
      "assignments.3.from DUPLICATE: assignments.0 says the same for some of its days: end one of them before the other begins",
    ]
  `);
});

test('finds the same on the same days among those that stay beside them', () => {
  const beside = [
    { ...good, key: 'earlier', from: null, until: '2025-12-31' },
    { ...good, key: 'stored', from: '2026-06-01', until: null },
  ];
  const fitting = { ...good, until: '2026-05-31' };
  expect(assignmentProblems([fitting], { ...references, beside })).toEqual([]);
  expect(assignmentProblems([good], { ...references, beside })).toEqual([
    {
      field: 'assignments.0.from',
      rule: 'DUPLICATE',
      message:
        "the assignment 'stored' says the same for some of its days: end one of them before the other begins",
    },
  ]);
});
