import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDay } from '../task/testing/any-cooperation.ts';
import { actionProgress } from './action-progress.ts';
import { conceptProgress } from './concept-progress.ts';
import { action, anyAction, versionWith } from './testing/any-concept.ts';

const done = { ...action, status: 'DONE' as const };

test.each([
  ['on its last day is on time', action, '2026-06-30', 'ON_TIME'],
  ['is overdue the day after', action, '2026-07-01', 'OVERDUE'],
  ['that goes on is never overdue', { ...action, until: null }, '2099-01-01', 'ON_TIME'],
  [
    'that should have begun is still on time',
    { ...action, status: 'PLANNED' as const },
    '2026-03-01',
    'ON_TIME',
  ],
  ['done on its last day is done on time', { ...done, doneOn: '2026-06-30' }, '2026-12-31', 'DONE_ON_TIME'],
  ['done the day after is done late', { ...done, doneOn: '2026-07-01' }, '2026-12-31', 'DONE_LATE'],
  [
    'that goes on is never late',
    { ...done, until: null, doneOn: '2028-07-01' },
    '2028-12-31',
    'DONE_ON_TIME',
  ],
  ['done later was not done yet', { ...done, doneOn: '2026-08-01' }, '2026-07-15', 'OVERDUE'],
  ['done nobody knows when is done', done, '2026-07-15', 'DONE_UNDATED'],
  ['that was stopped is not overdue', { ...action, status: 'STOPPED' as const }, '2026-07-15', 'STOPPED'],
])('an action %s', (_, one, on, progress) => {
  expect(actionProgress(one, on)).toBe(progress);
});

test('counts the actions of a version and of its fields', () => {
  const version = versionWith(action, { ...done, key: 'second', doneOn: '2026-07-01' });
  expect(conceptProgress(version, '2026-07-01')).toMatchInlineSnapshot(`
    {
      "all": {
        "DONE_LATE": 1,
        "DONE_ON_TIME": 0,
        "DONE_UNDATED": 0,
        "ON_TIME": 0,
        "OVERDUE": 1,
        "STOPPED": 0,
        "total": 2,
      },
      "fields": [
        {
          "actions": {
            "DONE_LATE": 1,
            "DONE_ON_TIME": 0,
            "DONE_UNDATED": 0,
            "ON_TIME": 0,
            "OVERDUE": 1,
            "STOPPED": 0,
            "total": 2,
          },
          "field": "language",
        },
      ],
    }
  `);
});

test('each action is counted once, and later it is never less overdue unless it is done', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 6 }), anyDay, anyDay, (actions, one, other) => {
      const [before, after] = [one, other].toSorted() as [string, string];
      const { all, fields } = conceptProgress(versionWith(...actions), before);
      const { total, ...counts } = all;
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(total).toBe(actions.length);
      expect(fields.map(({ actions: counted }) => counted)).toEqual([all]);
      for (const each of actions) {
        if (actionProgress(each, before) !== 'OVERDUE') continue;
        expect(['OVERDUE', 'DONE_LATE']).toContain(actionProgress(each, after));
      }
    }),
  );
});
