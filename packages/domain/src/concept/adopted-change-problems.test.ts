import { expect, test } from 'vitest';
import { adoptedChangeProblems } from './adopted-change-problems.ts';
import type { ConceptVersion } from './concept-version.ts';
import { copyAsDraft } from './copy-as-draft.ts';
import { action, versionWith } from './testing/any-concept.ts';

const adopted = versionWith(action);
const refused = (change: Partial<ConceptVersion>) =>
  adoptedChangeProblems(adopted, { ...adopted, ...change }).map(({ field }) => field);
const fieldsOf = (version: ConceptVersion) => ({ fields: version.fields });

test('how far an action is may change, and the order of names in an object says nothing', () => {
  const report = { status: 'DONE', doneOn: '2026-05-01', reason: null } as const;
  expect(refused(fieldsOf(versionWith({ ...action, ...report })))).toEqual([]);
  expect(refused({ title: { en: adopted.title.en, de: adopted.title.de } })).toEqual([]);
});

test('everything else may not, and each place is named', () => {
  const title = { ...adopted.title, de: 'Anders' };
  expect(refused({ title, until: null })).toEqual(['title.de', 'until']);
  expect(refused(fieldsOf(versionWith({ ...action, actors: ['town-hall'], until: null })))).toEqual([
    'fields.0.goals.0.actions.0.actors',
    'fields.0.goals.0.actions.0.until',
  ]);
  expect(refused(fieldsOf(versionWith(action, { ...action, key: 'other' })))).toEqual([
    'fields.0.goals.0.actions',
  ]);
  expect(refused({ fields: [] })).toEqual(['fields']);
  expect(refused({ adoptedBy: null, adoptedRound: null, adoptedOn: null })).toHaveLength(3);
});

test('a draft may change in every way', () => {
  expect(adoptedChangeProblems(copyAsDraft(adopted, 2), { ...adopted, fields: [] })).toEqual([]);
});
