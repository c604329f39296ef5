import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryingRule } from './carrying-rule.ts';
import type { JointDecision } from './joint-decision.ts';
import type { JointDecisionEvent } from './joint-decision-event.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import { isSameParty, partyText } from './party.ts';
import { isUnconfirmed } from './party-position.ts';
import { countingPosition, partyStandings } from './party-standing.ts';
import { positionsDue } from './positions-due.ts';
import { evolveDecision, replayDecision } from './replay-decision.ts';
import { type Stance, stanceTitles } from './stance.ts';
import {
  after,
  anyRule,
  bad,
  clausthal,
  consultation,
  district,
  draft,
  jobcentre,
  type Meant,
  municipalities,
  opening,
  population,
  proposal,
  seesen,
  send,
  taken,
  through,
  voting,
} from './testing/any-decision.ts';

const parties = [district, bad, clausthal, seesen, jobcentre];
const anyStance = fc.constantFrom(...(Object.keys(stanceTitles) as Stance[]));

const mostlySupport = fc.oneof({ weight: 3, arbitrary: fc.constant<Stance>('SUPPORT') }, anyStance);

const anyPosition: fc.Arbitrary<Meant> = fc
  .record({
    party: fc.constantFrom(...parties),
    stance: mostlySupport,
    version: fc.constantFrom(1, 1, 1, 2),
    reference: fc.constantFrom(null, 'Ratsbeschluss 12/2026'),
  })
  .map(({ party, stance, version, reference }) => {
    const recording = reference === null ? 'OWN' : 'ON_BEHALF';
    const takenOn = version === 1 ? '2026-02-10' : '2026-03-31';
    return taken(party, stance, { proposalVersion: version, takenOn, recording, reference });
  });

/** Any event, most of them positions, in the order in which a decision might take them or not. */
const anyEvent: fc.Arbitrary<Meant> = fc.oneof(
  { weight: 12, arbitrary: anyPosition },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...parties).map((party): Meant => ({ kind: 'POSITION_CONFIRMED', party })),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Meant>(
      { kind: 'CLOSED' },
      { kind: 'ADOPTED' },
      { kind: 'NOT_ADOPTED' },
      { kind: 'PROPOSAL_REVISED', proposal },
      { kind: 'PERIOD_EXTENDED', lastDay: '2026-05-01' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Meant>(
      { kind: 'DRAFTED', ...draft },
      { kind: 'RULE_CHANGED', rule: carryingRule('UNANIMOUS') },
      { kind: 'PARTIES_CHANGED', parties: { ...draft.parties, actors: [] } },
      { kind: 'CONSULTATION_STARTED', period: consultation },
      { kind: 'OPENED', period: voting, population },
      { kind: 'WITHDRAWN', reason: { de: null, en: 'Not now' } },
    ),
  },
);

/** Frozen all the way down. */
function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

/** What no event does to the parties, whatever else it does. */
function expectFair(before: JointDecision, now: JointDecision, today: string): void {
  for (const position of before.positions) {
    const later = now.positions.find(({ party }) => isSameParty(party, position.party));
    // Nobody loses its word, who spoke itself is spoken for by nobody else, and nothing old replaces it.
    expect(later).toBeDefined();
    if (!isUnconfirmed(position)) expect(later && isUnconfirmed(later)).toBe(false);
    expect((later?.takenOn ?? '') >= position.takenOn).toBe(true);
  }
  const lastDay = before.voting?.lastDay ?? '';
  if (now.state === 'CLOSED' && before.state === 'OPEN' && today <= lastDay) {
    const spoke = partyStandings(before).map(countingPosition);
    expect(spoke.every((position) => position !== null && !isUnconfirmed(position))).toBe(true);
  }
  if (before.state === 'OPEN' && today > lastDay) expect(['OPEN', 'CLOSED']).toContain(now.state);
}

const ending = [{ kind: 'CLOSED' }, { kind: 'ADOPTED' }, { kind: 'NOT_ADOPTED' }].map(
  (event): readonly [string, Meant] => ['2026-05-10', event as Meant],
);

test('a history folded again, also out of JSON, is the same decision with the same result', () => {
  const reached = new Set<string>();
  const days = fc.constantFrom('2026-02-20', '2026-03-31', '2026-04-10');
  fc.assert(
    fc.property(
      anyRule,
      fc.constantFrom(1, 2, 3, 3, 3),
      fc.boolean(),
      fc.array(fc.tuple(days, anyEvent), { maxLength: 30, size: 'max' }),
      (rule, begun, ends, drawn) => {
        const begin = opening.slice(1, begun);
        let decision: JointDecision = after(null, { kind: 'DRAFTED', ...draft, rule }, '2026-01-02');
        for (const [today, event] of [...begin, ...drawn, ...(ends ? ending : [])]) {
          const applied = send(decision, event, today);
          if (!('decision' in applied)) continue;
          // What has ended never goes on, and each event is one revision.
          expect(['ADOPTED', 'NOT_ADOPTED', 'WITHDRAWN']).not.toContain(decision.state);
          expect(applied.decision.revision).toBe(decision.revision + 1);
          expectFair(decision, applied.decision, today);
          decision = applied.decision;
        }
        reached.add(decision.state);
        expect(replayDecision(decision.history)).toEqual(decision);
        const evolved = decision.history.reduce<JointDecision | null>(evolveDecision, null);
        expect(evolved).toEqual(decision);
        expect([isFrozen(evolved), isFrozen(replayDecision(decision.history))]).toEqual([true, true]);
        const stored = replayDecision(JSON.parse(JSON.stringify(decision.history)));
        expect(stored).toEqual(decision);
        expect(jointDecisionResult(stored)).toEqual(jointDecisionResult(decision));
        if (decision.state === 'ADOPTED' || decision.state === 'NOT_ADOPTED')
          expect(jointDecisionResult(decision).outcome).toBe(decision.state);
      },
    ),
    { numRuns: 300, seed: 7 },
  );
  expect([...reached].sort()).toEqual([
    'ADOPTED',
    'CLOSED',
    'CONSULTATION',
    'DRAFT',
    'NOT_ADOPTED',
    'OPEN',
    'WITHDRAWN',
  ]);
});

test('also a history that nobody judged is folded as it is evolved, and positions are of parties only', () => {
  const stranger = { kind: 'MUNICIPALITY', key: '03154001' } as const;
  const anyOf = fc.constantFrom(...parties, stranger);
  const anything: fc.Arbitrary<Meant> = fc.oneof(
    anyOf.map((party) => taken(party, 'SUPPORT', { recording: 'ON_BEHALF' })),
    anyOf.map((party): Meant => ({ kind: 'POSITION_CONFIRMED', party })),
    fc.subarray([...municipalities, stranger.key]).map(
      (keys): Meant => ({
        kind: 'PARTIES_CHANGED',
        parties: { ...draft.parties, municipalities: keys.toReversed() },
      }),
    ),
  );
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 20, size: 'max' }), (drawn) => {
      const history = [{ kind: 'DRAFTED', ...draft } as Meant, ...drawn].map((event, at) => {
        const sent = { ...event, expectedRevision: at } as JointDecisionEvent;
        return { revision: at + 1, on: `2026-02-${String(at + 1).padStart(2, '0')}`, event: sent };
      });
      const folded = replayDecision(history);
      expect(folded).toEqual(history.reduce<JointDecision | null>(evolveDecision, null));
      const entitled = folded.parties.map(partyText);
      const spoke = folded.positions.map(({ party }) => partyText(party));
      expect(spoke).toEqual(entitled.filter((party) => spoke.includes(party)));
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('it does not matter which party was first', () => {
  const stances = fc.array(anyStance, { minLength: parties.length, maxLength: parties.length });
  const order = fc.shuffledSubarray([...parties.keys()], { minLength: 1 });
  fc.assert(
    fc.property(stances, order, (said, who) => {
      const take = (each: readonly number[]) =>
        each.reduce<JointDecision>(
          (last, at) => after(last, taken(parties[at] ?? bad, said[at] ?? 'OPPOSE'), '2026-02-20'),
          through(...opening),
        );
      const { history, ...one } = take(who);
      const { history: otherHistory, ...other } = take(who.toSorted());
      expect(one).toEqual(other);
      expect(one.positions.map(({ party }) => party)).toEqual(who.toSorted().map((at) => parties[at]));
      expect(history).toHaveLength(otherHistory.length);
    }),
    { numRuns: 60 },
  );
});

test('a new version makes the positions on the earlier one stale until they are renewed', () => {
  const day = '2026-02-20';
  const voted = parties.reduce(
    (last, party) => after(last, taken(party, 'SUPPORT'), day),
    through(...opening),
  );
  const revised = after(voted, { kind: 'PROPOSAL_REVISED', proposal }, day);
  expect(jointDecisionResult(revised)).toMatchObject({
    municipalities: { supporting: 0, stale: 3 },
    inhabitants: { supporting: 0, silent: 83_000 },
    stale: parties,
    missing: [],
  });
  const renewed = after(revised, taken(seesen, 'SUPPORT', { proposalVersion: 2, takenOn: day }), day);
  expect(jointDecisionResult(renewed)).toMatchObject({
    municipalities: { supporting: 1, stale: 2 },
    inhabitants: { supporting: 50_000 },
  });
});

test('what is asked of whom, and until when', () => {
  const day = '2026-02-20';
  const behalf = { recording: 'ON_BEHALF', reference: 'Ratsbeschluss 12/2026' } as const;
  const some = after(after(through(...opening), taken(bad, 'SUPPORT'), day), taken(seesen, 'SUPPORT'), day);
  const revised = after(some, { kind: 'PROPOSAL_REVISED', proposal }, day);
  const renewed = after(revised, taken(bad, 'SUPPORT', { proposalVersion: 2, takenOn: day }), day);
  const recorded = after(
    renewed,
    taken(clausthal, 'ABSTAIN', { proposalVersion: 2, takenOn: day, ...behalf }),
    day,
  );
  expect(positionsDue(recorded).map(({ party, asked }) => `${asked} ${party.key}`)).toEqual([
    'TAKE 03153',
    'CONFIRM 03153005',
    'RENEW 03153016',
    'TAKE jobcenter-goslar',
  ]);
  expect(positionsDue(recorded)[0]).toEqual({
    party: district,
    asked: 'TAKE',
    proposalVersion: 2,
    ...voting,
  });
  expect(positionsDue(through(...opening.slice(0, 2)))).toEqual([]);
  expect(positionsDue(after(recorded, { kind: 'CLOSED' }, '2026-04-01'))).toEqual([]);
});

test('a history that is none is refused', () => {
  const { history } = through(...opening);
  expect(() => replayDecision([])).toThrow('without a history');
  expect(() => replayDecision(history.slice(1))).toThrow('does not follow');
  expect(() => replayDecision([...history.slice(0, 1), ...history.slice(2)])).toThrow('does not follow');
  const [, second] = history;
  expect(() => replayDecision(second ? [{ ...second, revision: 1 }] : [])).toThrow('begins with a draft');
});
