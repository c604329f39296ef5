import { expect, test } from 'vitest';
import { keptFields } from './kept-fields.ts';

test('what is left out is as it is stored, an empty list too; what is given is as it is given', () => {
  const given = { name: 'Chor', email: null, participants: null, demo: false, topics: [] };
  const stored = { name: 'Verein', email: 'info@chor.example', participants: [], demo: true, topics: ['a'] };
  expect(keptFields<object>(given, stored, ['participants', 'demo'])).toEqual({
    record: { ...given, participants: [], demo: true },
    lost: [],
  });
});

test('parts are kept where they have a place, and told where they would be cleared', () => {
  const text = { purpose: { de: 'Neu', en: '' }, every: { months: 3 } };
  const stored = { purpose: { de: 'Alt', en: 'Old' }, every: { weeks: 6 } };
  expect(keptFields<object>(text, stored, ['purpose.en', 'every.weeks'])).toEqual({
    record: { ...text, purpose: { de: 'Neu', en: 'Old' } },
    lost: ['every.weeks'],
  });
  const cleared = { purpose: null, every: { months: 3 } };
  expect(keptFields<object>(cleared, stored, ['purpose.en']).lost).toEqual(['purpose.en']);
  expect(keptFields<object>(cleared, { ...stored, purpose: null }, ['purpose.en']).lost).toEqual([]);
});

test('items are the same by their key, wherever they stand now', () => {
  const given = {
    goals: [
      { key: 'b', actions: [{ key: 'x', reason: null }] },
      { key: 'new', actions: [] },
    ],
  };
  const stored = {
    goals: [
      { key: 'a', actions: [{ key: 'x', reason: 'no money' }] },
      { key: 'b', actions: [] },
    ],
  };
  const { record } = keptFields<object>(given, stored, ['goals.0.actions.0.reason', 'goals.1.actions']);
  expect(record).toEqual({
    goals: [
      { key: 'b', actions: [{ key: 'x', reason: 'no money' }] },
      { key: 'new', actions: [] },
    ],
  });
});
