import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryingRule } from './carrying-rule.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import { anyVote, decisionOf, type Voice, type Vote, voices } from './testing/any-decision.ts';

/**
 * The rules told in another way: ballots are sorted into piles, one for each municipality and one for each inhabitant, and nothing is rounded or
 * divided.
 */
function outcomeByPiles(vote: Vote): string {
  const { rule } = vote;
  const supports = (voice: Voice) => voice.startsWith('SUPPORT');
  const enough = (ballots: readonly Voice[]): boolean => {
    const pile = rule.abstentions === 'LEFT_OUT' ? ballots.filter((voice) => voice !== 'ABSTAIN') : ballots;
    const [yes, no] = [pile.filter(supports), pile.filter((voice) => !supports(voice))];
    if (yes.length === 0) return false;
    if (rule.kind === 'UNANIMOUS') return no.length === 0;
    if (rule.threshold === null) {
      // Each no takes a yes off the table; a majority has something left.
      while (no.pop() !== undefined) if (yes.pop() === undefined) return false;
      return yes.length > 0;
    }
    const { numerator, denominator } = rule.threshold;
    return BigInt(yes.length) * BigInt(denominator) >= BigInt(pile.length) * BigInt(numerator);
  };
  const conditions: (boolean | null)[] = [enough(vote.municipalities)];
  if (rule.districtConsent) conditions.push(supports(vote.district));
  if (rule.quorum !== null) {
    // Of those who are left out of unanimity nobody makes up a quorum.
    const isVote = (voice: Voice) => supports(voice) || voice === 'OPPOSE';
    const isSpoken = (voice: Voice) => isVote(voice) || voice === 'ABSTAIN';
    const isOfVotes = rule.kind === 'UNANIMOUS' && rule.abstentions === 'LEFT_OUT';
    const spoke = vote.municipalities.filter(isOfVotes ? isVote : isSpoken).length;
    conditions.push(spoke * rule.quorum.denominator >= vote.municipalities.length * rule.quorum.numerator);
  }
  if (rule.kind === 'DOUBLE_MAJORITY') {
    const ballots = vote.municipalities.flatMap((voice, at) =>
      Array<Voice>(vote.inhabitants[at] ?? 0).fill(voice),
    );
    conditions.push(vote.inhabitants.includes(null) ? null : enough(ballots));
  }
  if (conditions.includes(false)) return 'NOT_ADOPTED';
  return conditions.includes(null) ? 'UNDECIDABLE' : 'ADOPTED';
}

const outcome = (vote: Vote) => jointDecisionResult(decisionOf(vote)).outcome;

test('any vote comes out as by sorting ballots into piles', () => {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(anyVote(), (vote) => {
      const found = outcome(vote);
      seen[`${vote.rule.kind} ${found}`] = (seen[`${vote.rule.kind} ${found}`] ?? 0) + 1;
      expect(found).toBe(outcomeByPiles(vote));
    }),
    { numRuns: 3_000, seed: 7 },
  );
  expect(Object.keys(seen).sort()).toEqual([
    'DOUBLE_MAJORITY ADOPTED',
    'DOUBLE_MAJORITY NOT_ADOPTED',
    'DOUBLE_MAJORITY UNDECIDABLE',
    'MAJORITY_OF_MUNICIPALITIES ADOPTED',
    'MAJORITY_OF_MUNICIPALITIES NOT_ADOPTED',
    'UNANIMOUS ADOPTED',
    'UNANIMOUS NOT_ADOPTED',
  ]);
});

test('every vote of up to three municipalities comes out so', () => {
  const kinds = ['UNANIMOUS', 'MAJORITY_OF_MUNICIPALITIES', 'DOUBLE_MAJORITY'] as const;
  const combinations = (length: number): readonly (readonly Voice[])[] =>
    length === 0 ? [[]] : combinations(length - 1).flatMap((few) => voices.map((voice) => [...few, voice]));
  const wrong: Vote[] = [];
  for (const kind of kinds) {
    for (const abstentions of ['COUNT_AS_NOT_SUPPORTING', 'LEFT_OUT'] as const) {
      for (const municipalities of [1, 2, 3].flatMap(combinations)) {
        for (const district of ['SUPPORT', 'ABSTAIN'] as const) {
          // Two smaller ones have just as many inhabitants as the large one.
          const rule = carryingRule(kind, { abstentions });
          const vote: Vote = {
            rule,
            district,
            municipalities,
            inhabitants: [2, 1, 1],
            advice: [],
            state: 'CLOSED',
          };
          if (outcome(vote) !== outcomeByPiles(vote)) wrong.push(vote);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('the numbers are those of the vote, and every municipality is counted once', () => {
  fc.assert(
    fc.property(anyVote(), (vote) => {
      const result = jointDecisionResult(decisionOf(vote));
      const counts = result.municipalities;
      const count = (...of: readonly Voice[]) =>
        vote.municipalities.filter((voice) => of.includes(voice)).length;
      expect(counts).toEqual({
        entitled: vote.municipalities.length,
        supporting: count('SUPPORT', 'SUPPORT_WITH_RESERVATIONS'),
        withReservations: count('SUPPORT_WITH_RESERVATIONS'),
        abstaining: count('ABSTAIN'),
        opposing: count('OPPOSE'),
        missing: count('MISSING'),
        stale: count('STALE'),
        unconfirmed: 0,
      });
      const { entitled, supporting, abstaining, opposing, silent, unknown } = result.inhabitants;
      expect(entitled === null).toBe(vote.inhabitants.includes(null));
      expect(unknown).toHaveLength(vote.inhabitants.filter((each) => each === null).length);
      if (entitled === null) {
        expect([supporting, abstaining, opposing, silent, result.inhabitants.supportingShare]).toEqual(
          Array(5).fill(null),
        );
        return;
      }
      expect((supporting ?? 0) + (abstaining ?? 0) + (opposing ?? 0) + (silent ?? 0)).toBe(entitled);
    }),
    { numRuns: 500 },
  );
});

test('one more support never turns adopted into something else', () => {
  let adopted = 0;
  fc.assert(
    fc.property(
      anyVote(),
      fc.nat(),
      fc.constantFrom<Voice>('SUPPORT', 'SUPPORT_WITH_RESERVATIONS'),
      (vote, at, voice) => {
        if (outcome(vote) !== 'ADOPTED') return;
        adopted += 1;
        const turned = at % vote.municipalities.length;
        expect(outcome({ ...vote, municipalities: vote.municipalities.with(turned, voice) })).toBe('ADOPTED');
        expect(outcome({ ...vote, district: voice })).toBe('ADOPTED');
      },
    ),
    { numRuns: 3_000, seed: 7 },
  );
  expect(adopted).toBeGreaterThan(200);
});

test('what all carry has the majority, and the double majority where the inhabitants are known', () => {
  let unanimous = 0;
  const mostlySupport = fc.array(
    fc.constantFrom<Voice>('SUPPORT', 'SUPPORT', 'SUPPORT_WITH_RESERVATIONS', 'ABSTAIN'),
    {
      minLength: 9,
      maxLength: 9,
    },
  );
  fc.assert(
    fc.property(anyVote({ known: true }), mostlySupport, (vote, willing) => {
      const municipalities = vote.municipalities.map((_, at) => willing[at] ?? 'SUPPORT');
      const under = (kind: Vote['rule']['kind']) =>
        outcome({
          ...vote,
          municipalities,
          rule: { ...vote.rule, kind, threshold: kind === 'UNANIMOUS' ? null : vote.rule.threshold },
        });
      if (under('UNANIMOUS') !== 'ADOPTED') return;
      unanimous += 1;
      expect(under('DOUBLE_MAJORITY')).toBe('ADOPTED');
      expect(under('MAJORITY_OF_MUNICIPALITIES')).toBe('ADOPTED');
    }),
    { numRuns: 1_000, seed: 7 },
  );
  expect(unanimous).toBeGreaterThan(50);
});

test('a stale position counts as none, and advice never counts', () => {
  fc.assert(
    fc.property(anyVote(), fc.array(fc.constantFrom(...voices), { maxLength: 2 }), (vote, advice) => {
      const unsaid = (voice: Voice): Voice => (voice === 'STALE' ? 'MISSING' : voice);
      const without: Vote = {
        ...vote,
        district: unsaid(vote.district),
        municipalities: vote.municipalities.map(unsaid),
        advice,
      };
      const [stale, missing] = [vote, without].map((each) => jointDecisionResult(decisionOf(each)));
      expect(stale?.outcome).toBe(missing?.outcome);
      expect(stale?.reasons).toEqual(missing?.reasons);
      expect(stale?.inhabitants).toEqual(missing?.inhabitants);
    }),
    { numRuns: 500 },
  );
});

const all: Vote = {
  rule: carryingRule('MAJORITY_OF_MUNICIPALITIES', { districtConsent: false }),
  district: 'MISSING',
  municipalities: ['SUPPORT', 'SUPPORT', 'OPPOSE', 'OPPOSE'],
  inhabitants: [10, 10, 10, 10],
  advice: [],
  state: 'CLOSED',
};

test('a tie is no majority, of municipalities or of inhabitants', () => {
  expect(outcome(all)).toBe('NOT_ADOPTED');
  const double: Vote = {
    ...all,
    rule: carryingRule('DOUBLE_MAJORITY', { districtConsent: false }),
    municipalities: ['SUPPORT', 'SUPPORT', 'SUPPORT', 'OPPOSE'],
  };
  expect(outcome(double)).toBe('ADOPTED');
  expect(outcome({ ...double, inhabitants: [10, 10, 10, 30] })).toBe('NOT_ADOPTED');
  expect(outcome({ ...double, inhabitants: [10, 10, 11, 30] })).toBe('ADOPTED');
});

test('where inhabitants are not known, only a majority of the municipalities leaves the result open', () => {
  const rule = carryingRule('DOUBLE_MAJORITY', { districtConsent: false });
  const vote: Vote = {
    ...all,
    rule,
    municipalities: ['SUPPORT', 'SUPPORT', 'SUPPORT'],
    inhabitants: [10, null, 10],
  };
  expect(jointDecisionResult(decisionOf(vote))).toMatchObject({
    outcome: 'UNDECIDABLE',
    inhabitants: { entitled: null, supportingShare: null, unknown: ['03153002'] },
    reasons: [
      { code: 'MUNICIPALITIES_SUPPORT', met: true, have: 3, needed: 2, base: 3 },
      { code: 'INHABITANTS_SUPPORT', met: null, have: null, needed: null, base: null },
    ],
  });
  expect(outcome({ ...vote, municipalities: ['SUPPORT', 'OPPOSE', 'MISSING'] })).toBe('NOT_ADOPTED');
});

test('who only abstains carries nothing, even where abstentions are left out', () => {
  for (const kind of ['UNANIMOUS', 'MAJORITY_OF_MUNICIPALITIES', 'DOUBLE_MAJORITY'] as const) {
    const rule = carryingRule(kind, {
      abstentions: 'LEFT_OUT',
      threshold: kind === 'UNANIMOUS' ? null : { numerator: 2, denominator: 3 },
    });
    const vote: Vote = { ...all, rule, district: 'SUPPORT', municipalities: Array(4).fill('ABSTAIN') };
    expect(outcome(vote)).toBe('NOT_ADOPTED');
    expect(outcome({ ...vote, municipalities: ['SUPPORT', 'ABSTAIN', 'ABSTAIN', 'ABSTAIN'] })).toBe(
      'ADOPTED',
    );
  }
});

test('one does not carry unanimously what all others abstain from', () => {
  const quorum = { numerator: 2, denominator: 3 };
  const under = (abstentions: 'LEFT_OUT' | 'COUNT_AS_NOT_SUPPORTING', municipalities: readonly Voice[]) => {
    const rule = carryingRule('UNANIMOUS', { abstentions, quorum });
    return jointDecisionResult(
      decisionOf({ ...all, rule, district: 'SUPPORT', municipalities, inhabitants: [1, 1, 1] }),
    );
  };
  expect(under('LEFT_OUT', ['SUPPORT', 'ABSTAIN', 'ABSTAIN'])).toMatchObject({
    outcome: 'NOT_ADOPTED',
    reasons: [
      { code: 'MUNICIPALITIES_SUPPORT', met: true, have: 1, needed: 1, base: 1 },
      { code: 'DISTRICT_SUPPORTS', met: true },
      { code: 'QUORUM', met: false, have: 1, needed: 2, base: 3 },
    ],
  });
  expect(under('LEFT_OUT', ['SUPPORT', 'SUPPORT', 'ABSTAIN']).outcome).toBe('ADOPTED');
  // Where an abstention stays in the base it is taking part.
  expect(under('COUNT_AS_NOT_SUPPORTING', ['SUPPORT', 'ABSTAIN', 'ABSTAIN']).reasons.at(-1)).toMatchObject({
    have: 3,
    met: true,
  });
});

test('the consent of the district is its support, and an abstention is none', () => {
  const vote: Vote = { ...all, rule: carryingRule('UNANIMOUS'), municipalities: Array(4).fill('SUPPORT') };
  const outcomes = voices.map((voice) => [voice, outcome({ ...vote, district: voice })]);
  expect(outcomes).toEqual([
    ['SUPPORT', 'ADOPTED'],
    ['SUPPORT_WITH_RESERVATIONS', 'ADOPTED'],
    ['ABSTAIN', 'NOT_ADOPTED'],
    ['OPPOSE', 'NOT_ADOPTED'],
    ['MISSING', 'NOT_ADOPTED'],
    ['STALE', 'NOT_ADOPTED'],
  ]);
});

test('nobody at all is no majority of inhabitants, and no share', () => {
  const rule = carryingRule('DOUBLE_MAJORITY', { districtConsent: false });
  const vote: Vote = { ...all, rule, municipalities: ['SUPPORT', 'SUPPORT'], inhabitants: [0, 0] };
  expect(jointDecisionResult(decisionOf(vote))).toMatchObject({
    outcome: 'NOT_ADOPTED',
    inhabitants: { entitled: 0, supporting: 0, supportingShare: null, unknown: [] },
  });
});

test('a decision without its district is not one', () => {
  const decision = decisionOf(all);
  const parties = decision.parties.filter(({ kind }) => kind !== 'DISTRICT');
  expect(() => jointDecisionResult({ ...decision, parties })).toThrow('has no district');
});
