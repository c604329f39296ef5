import { expect, test } from 'vitest';
import { adoptionProblems } from './adoption-problems.ts';
import { copyAsDraft } from './copy-as-draft.ts';
import { action, versionWith } from './testing/any-concept.ts';

const first = versionWith(action);
const draft = copyAsDraft(first, 2);
const decision = { key: 'together-again', round: 1, carriedOn: '2027-12-01' };

test('a draft is adopted by a later decision', () => {
  expect(adoptionProblems(draft, decision, [first, draft])).toEqual([]);
  expect(adoptionProblems(copyAsDraft(first, 1), decision, [draft])).toEqual([]);
});

test('only a decision that is named like the concept is about it', () => {
  const problemsOf = (key: string) => adoptionProblems(draft, { ...decision, key }, [draft]);
  for (const key of ['together', 'together-again', 'together-2028']) expect(problemsOf(key)).toEqual([]);
  for (const key of ['language-courses', 'togetherness', 'not-together', 'together2']) {
    expect(problemsOf(key)).toEqual([
      {
        field: 'decision',
        rule: 'CONFLICT',
        message: `the joint decision ${key}/1 is not about this concept: name one whose key is 'together' or begins with 'together-'`,
      },
    ]);
  }
  expect(adoptionProblems(draft, { ...decision, key: 'other', carriedOn: null }, [draft])).toHaveLength(2);
});

test('every other adoption is refused, and says what to do', () => {
  const third = {
    ...draft,
    number: 3,
    adoptedBy: 'together-third',
    adoptedRound: 1,
    adoptedOn: '2027-01-01',
  };
  const refusals = [
    adoptionProblems(first, decision, [first, draft]),
    adoptionProblems(draft, { ...decision, carriedOn: null }, [first, draft]),
    adoptionProblems(draft, { ...decision, key: 'together' }, [first, draft]),
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
      "decision CONFLICT: the joint decision together-again/1 is not carried: a concept is adopted when it is",
      "decision DUPLICATE: the joint decision together/1 has adopted version 1 already",
      "concept ORDER: version 3 is adopted since 2027-01-01: copy that as a draft, and have it adopted",
      "decision ORDER: it was carried on 2025-01-01, before version 1 was adopted on 2025-12-10: name a later one",
    ]
  `);
});
