import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionReportProblems } from './action-report.ts';
import { action, anyAction } from './testing/any-concept.ts';

const today = '2026-03-01';
const report = { status: 'DONE', doneOn: '2026-02-01', reason: null } as const;

test.each([
  ['done is done by today', report, []],
  ['that nobody knows when it was done', { ...report, doneOn: null }, []],
  ['done in the future', { ...report, doneOn: '2026-03-02' }, ['doneOn ORDER']],
  ['done before it began', { ...report, doneOn: '2025-12-31' }, ['doneOn ORDER']],
  ['done on no day', { ...report, doneOn: '2026-02-30' }, ['doneOn FORM']],
  ['running and done', { ...report, status: 'RUNNING' as const }, ['doneOn CONFLICT']],
  ['stopped without a reason', { ...report, status: 'STOPPED' as const, doneOn: null }, ['reason REQUIRED']],
  ['done for a reason', { ...report, reason: 'Keine Mittel' }, ['reason CONFLICT']],
])('an action %s', (_, given, expected) => {
  const problems = actionReportProblems(action, given, today);
  expect(problems.map(({ field, rule }) => `${field} ${rule}`)).toEqual(expected);
});

test('what contradicts itself in no way is accepted', () => {
  fc.assert(
    fc.property(anyAction, (any) => {
      const isInOrder = any.doneOn === null || any.from === null || any.from <= any.doneOn;
      expect(actionReportProblems(any, any, '9999-12-31')).toHaveLength(isInOrder ? 0 : 1);
    }),
    { numRuns: 30 },
  );
});
