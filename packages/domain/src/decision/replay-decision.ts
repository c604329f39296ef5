import { decisionChanges } from './decision-changes.ts';
import { transitionOf } from './decision-transitions.ts';
import { frozenCopy } from './frozen-copy.ts';
import type { JointDecision } from './joint-decision.ts';
import type { JointDecisionEntry } from './joint-decision-event.ts';
import { type Party, partiesOf, partyText } from './party.ts';
import type { PartyPosition } from './party-position.ts';

/**
 * The decision that a history leads to. What happened is not judged again: a rule that became stricter since changes nothing. It reads every
 * entry and every party once, however long the history is, and is the same as evolving a decision by one entry after the other.
 * Throws a RangeError for a history that is empty, does not begin with a draft or leaves a revision out.
 */
export function replayDecision(history: readonly JointDecisionEntry[]): JointDecision {
  const [first, ...others] = history;
  if (first === undefined) throw new RangeError('a decision without a history: it begins with a draft');
  const folding = begun(first);
  for (const entry of others) goOn(folding, entry);
  return folded(folding);
}

/** The decision after one more event that happened. Throws a RangeError where the entry does not follow. */
export function evolveDecision(decision: JointDecision | null, entry: JointDecisionEntry): JointDecision {
  if (decision === null) return folded(begun(entry));
  const folding = unfolded(decision);
  goOn(folding, entry);
  return folded(folding);
}

/**
 * A decision while a history is folded, the only thing here that changes. `positions` has an entry for every party, in their order (see
 * `partyText`); null = none yet.
 */
type Folding = {
  decision: Omit<JointDecision, 'positions' | 'history'>;
  positions: Map<string, PartyPosition | null>;
  readonly history: JointDecisionEntry[];
};

function begun(entry: JointDecisionEntry): Folding {
  const { event, on, revision } = entry;
  if (revision !== 1) throw new RangeError(`revision ${revision} does not follow 0`);
  if (event.kind !== 'DRAFTED')
    throw new RangeError(`a decision begins with a draft, not with ${event.kind}`);
  const { key, round, district, rule, proposal } = event;
  const parties = partiesOf(district, event.parties);
  const decision: Folding['decision'] = {
    ...{ key, round, district, state: 'DRAFT', revision, rule, partiesOn: event.parties.on, parties },
    proposals: [{ ...proposal, version: 1, writtenOn: on }],
    ...{ consultation: null, voting: null, population: null, withdrawalReason: null },
  };
  return { decision, positions: positionsOf(parties, []), history: [entry] };
}

function goOn(folding: Folding, entry: JointDecisionEntry): void {
  const { event, on, revision } = entry;
  const before = folding.decision;
  if (revision !== before.revision + 1)
    throw new RangeError(`revision ${revision} does not follow ${before.revision}`);
  const state = transitionOf(event.kind).to ?? before.state;
  folding.decision = { ...before, ...decisionChanges(before, event, on), state, revision };
  folding.history.push(entry);
  const { positions } = folding;
  if (event.kind === 'PARTIES_CHANGED') {
    folding.positions = positionsOf(folding.decision.parties, [...positions.values()]);
  }
  if (event.kind === 'POSITION_TAKEN') {
    setPosition(positions, { ...event.position, recordedOn: on, confirmedOn: null });
  }
  if (event.kind === 'POSITION_CONFIRMED') {
    const position = positions.get(partyText(event.party)) ?? null;
    if (position !== null) setPosition(positions, { ...position, confirmedOn: on });
  }
}

function unfolded({ positions, history, ...decision }: JointDecision): Folding {
  return { decision, positions: positionsOf(decision.parties, positions), history: [...history] };
}

function folded({ decision, positions, history }: Folding): JointDecision {
  const taken = [...positions.values()].filter((position) => position !== null);
  return frozenCopy({ ...decision, positions: taken, history });
}

/** In the order of the parties, so that it does not matter who was first. */
function positionsOf(
  parties: readonly Party[],
  taken: readonly (PartyPosition | null)[],
): Folding['positions'] {
  const positions: Folding['positions'] = new Map(parties.map((party) => [partyText(party), null]));
  for (const position of taken) if (position !== null) setPosition(positions, position);
  return positions;
}

/** That of a stranger is left out. */
function setPosition(positions: Folding['positions'], position: PartyPosition): void {
  const party = partyText(position.party);
  if (positions.has(party)) positions.set(party, position);
}
