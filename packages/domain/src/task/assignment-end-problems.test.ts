import { expect, test } from 'vitest';
import { assignmentEndProblems } from './assignment-end-problems.ts';

const open = { from: '2026-01-01', until: null };

test('what is open can end on any day from its first one on, what has an end not later', () => {
  expect(assignmentEndProblems(open, '2026-01-01')).toEqual([]);
  expect(assignmentEndProblems({ from: null, until: null }, '1999-12-31')).toEqual([]);
  expect(assignmentEndProblems({ ...open, until: '2026-06-30' }, '2026-06-30')).toEqual([]);
  const problems = [
    ...assignmentEndProblems(open, '2025-12-31'),
    ...assignmentEndProblems(open, '2026-02-30'),
    ...assignmentEndProblems({ ...open, until: '2026-06-30' }, '2026-07-01'),
  ];
  expect(problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`)).toMatchInlineSnapshot(`
    [
      "until ORDER: it ends on 2025-12-31, before it begins on 2026-01-01: swap the days or mend one",
      "until FORM: '2026-02-30' is no day: write it as 2026-02-28",
      "until ORDER: it ends on 2026-06-30 already: write a day up to then, or save it anew to let it go on",
    ]
  `);
});
