import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

test('fields are told as deep as they can be told apart, lists without keys as a whole', () => {
  const before = {
    title: { de: 'Wort', en: 'word' },
    until: null,
    topics: ['a', 'b'],
    goals: [{ key: 'learn', actions: [{ key: 'cafe', status: 'PLANNED' }] }, { key: 'gone' }],
  };
  const after = {
    title: { de: 'Wörter', en: 'word' },
    until: '2026-12-31',
    topics: ['b'],
    goals: [{ key: 'learn', actions: [{ key: 'cafe', status: 'DONE' }] }],
  };
  expect(changedFields(before, after)).toEqual([
    { field: 'title.de', before: 'Wort', after: 'Wörter' },
    { field: 'until', before: null, after: '2026-12-31' },
    { field: 'topics', before: ['a', 'b'], after: ['b'] },
    { field: 'goals.learn.actions.cafe.status', before: 'PLANNED', after: 'DONE' },
    { field: 'goals.gone', before: { key: 'gone' }, after: null },
  ]);
});

test('nothing is told of what is the same, and the whole where only the order is another', () => {
  const [one, other] = [{ key: 'a' }, { key: 'b' }];
  expect(changedFields({ list: [one] }, { list: [{ key: 'a' }] })).toEqual([]);
  expect(changedFields({ list: [one, other] }, { list: [other, one] })).toEqual([
    { field: 'list', before: [one, other], after: [other, one] },
  ]);
});
