import { expect, test } from 'vitest';
import { applyDecisionEvent } from './apply-decision-event.ts';
import { carryingRule } from './carrying-rule.ts';
import type { JointDecision } from './joint-decision.ts';
import type { JointDecisionEntry, JointDecisionEvent } from './joint-decision-event.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import { type Party, partiesOf } from './party.ts';
import { positionsDue } from './positions-due.ts';
import { evolveDecision, replayDecision } from './replay-decision.ts';
import { consultation, DISTRICT, type Meant, opening, position, voting } from './testing/any-decision.ts';
import { workOf } from './testing/work-of.ts';

/** A history in which so many municipalities each take a position, on their behalf, confirm it and replace it. */
function longHistory(count: number): readonly JointDecisionEntry[] {
  const keys = Array.from({ length: count }, (_, at) => `${DISTRICT}${String(at + 1).padStart(3, '0')}`);
  const entitled = { on: '2026-01-01', municipalities: keys, actors: [] };
  const parties = partiesOf(DISTRICT, entitled);
  const population = {
    registerDate: '2025-12-31',
    municipalities: keys.map((municipality) => ({ municipality, inhabitants: 10 })),
  };
  const taken = (party: Party, recording: 'OWN' | 'ON_BEHALF'): Meant => ({
    kind: 'POSITION_TAKEN',
    position: position(party, 'SUPPORT', { recording, reference: 'Ratsbeschluss 1/2026' }),
  });
  const [[, drafted] = []] = opening;
  const events: readonly (Meant | undefined)[] = [
    drafted && ({ ...drafted, parties: entitled, rule: carryingRule('DOUBLE_MAJORITY') } as Meant),
    { kind: 'CONSULTATION_STARTED', period: consultation },
    { kind: 'OPENED', period: voting, population },
    ...parties.map((party) => taken(party, 'ON_BEHALF')),
    ...parties.map((party): Meant => ({ kind: 'POSITION_CONFIRMED', party })),
    ...parties.map((party) => taken(party, 'OWN')),
  ];
  return events.map((event, at) => {
    const sent = { ...event, expectedRevision: at } as JointDecisionEvent;
    return { revision: at + 1, on: '2026-02-20', event: sent };
  });
}

const histories = [longHistory(40), longHistory(160)] as const;

/** How many times the work is done with four times as many municipalities: four where it grows with them, sixteen with their square. */
function growth(work: (history: readonly JointDecisionEntry[]) => () => unknown): number {
  const [few, many] = histories.map((history) => workOf(work(history)));
  // So that something was counted at all.
  expect(few).toBeGreaterThan(40);
  return (many ?? 0) / (few ?? 1);
}

/** The decision just before its last event, and that event. */
function lastStep(history: readonly JointDecisionEntry[]): readonly [JointDecision, JointDecisionEntry] {
  const last = history.at(-1);
  if (last === undefined) throw new RangeError('no history');
  return [replayDecision(history.slice(0, -1)), last];
}

test('folding a history is as much work as it is long', () => {
  expect(growth((history) => () => replayDecision(history))).toBeLessThan(6);
});

test('one event is no more work than there are parties and entries', () => {
  const evolve = growth((history) => {
    const [before, entry] = lastStep(history);
    return () => evolveDecision(before, entry);
  });
  const apply = growth((history) => {
    const [before, { event, on }] = lastStep(history);
    return () => applyDecisionEvent(before, event, { today: on });
  });
  expect([evolve < 6, apply < 6]).toEqual([true, true]);
});

test('counting, and what is due, is as much work as there are parties', () => {
  const result = growth((history) => {
    const decision = replayDecision(history);
    return () => jointDecisionResult(decision);
  });
  const due = growth((history) => {
    const decision = replayDecision(history);
    return () => positionsDue(decision);
  });
  expect([result < 6, due < 6]).toEqual([true, true]);
});

test('a long history folded at once is the one that is evolved by one entry after the other', () => {
  const [history] = histories;
  const evolved = history.reduce<JointDecision | null>(evolveDecision, null);
  expect(replayDecision(history)).toEqual(evolved);
});
