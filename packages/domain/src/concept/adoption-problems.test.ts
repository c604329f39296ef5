import { expect, test } from 'vitest';
import { adoptionProblems } from './adoption-problems.ts';
import { copyAsDraft } from './copy-as-draft.ts';
import { action, versionWith } from './testing/any-concept.ts';

const first = versionWith(action);
const draft = copyAsDraft(first, 2);
const decision = { key: 'second-concept', round: 1, carriedOn: '2027-12-01' };

test('a draft is adopted by a later decision', () => {
  expect(adoptionProblems(draft, decision, [first, draft])).toEqual([]);
  expect(adoptionProblems(copyAsDraft(first, 1), decision, [draft])).toEqual([]);
});

test('every other adoption is refused, and says what to do', () => {
  const third = { ...draft, number: 3, adoptedBy: 'third', adoptedRound: 1, adoptedOn: '2027-01-01' };
  const refusals = [
    adoptionProblems(first, decision, [first, draft]),
    adoptionProblems(draft, { ...decision, carriedOn: null }, [first, draft]),
    adoptionProblems(draft, { ...decision, key: 'common-concept' }, [first, draft]),
    adoptionProblems(draft, decision, [first, draft, third]),
    adoptionProblems(draft, { ...decision, carriedOn: '2025-01-01' }, [first, draft]),
  ];
  expect(
    refusals.flatMap((problems) =>
      problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`),
    ),
  ).toMatchInlineSnapshot(`
    [
      "concept CONFLICT: version 1 is adopted since 2025-12-10: copy it as a draft to change it",
      "decision CONFLICT: the joint decision second-concept/1 is not carried: a concept is adopted when it is",
      "decision DUPLICATE: the joint decision common-concept/1 has adopted version 1 already",
      "concept ORDER: version 3 is adopted since 2027-01-01: copy that as a draft, and have it adopted",
      "decision ORDER: it was carried on 2025-01-01, before version 1 was adopted on 2025-12-10: name a later one",
    ]
  `);
});
