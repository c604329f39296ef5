import { transitionOf } from './decision-transitions.ts';
import type { JointDecision } from './joint-decision.ts';
import type { DecisionDraft, JointDecisionEntry } from './joint-decision-event.ts';
import { isSameParty, type Party, partiesOf } from './party.ts';
import type { PartyPosition } from './party-position.ts';

/**
 * The decision that a history leads to. What happened is not judged again: a rule that became stricter since changes nothing.
 * Throws a RangeError for a history that is empty, does not begin with a draft or leaves a revision out.
 */
export function replayDecision(history: readonly JointDecisionEntry[]): JointDecision {
  const [first, ...others] = history;
  if (first === undefined) throw new RangeError('a decision without a history: it begins with a draft');
  return others.reduce(evolveDecision, evolveDecision(null, first));
}

/** The decision after one more event that happened. Throws a RangeError where the entry does not follow. */
export function evolveDecision(decision: JointDecision | null, entry: JointDecisionEntry): JointDecision {
  const { event, on, revision } = entry;
  const before = decision?.revision ?? 0;
  if (revision !== before + 1) throw new RangeError(`revision ${revision} does not follow ${before}`);
  if (decision === null) {
    if (event.kind !== 'DRAFTED')
      throw new RangeError(`a decision begins with a draft, not with ${event.kind}`);
    return frozenCopy(drafted(event, entry));
  }
  const state = transitionOf(event.kind).to ?? decision.state;
  const history = [...decision.history, entry];
  return frozenCopy({ ...decision, ...changesBy(decision, event, on), state, revision, history });
}

function drafted(draft: DecisionDraft, entry: JointDecisionEntry): JointDecision {
  const { key, round, district, parties, rule, proposal } = draft;
  return {
    key,
    round,
    district,
    state: 'DRAFT',
    revision: 1,
    rule,
    partiesOn: parties.on,
    parties: partiesOf(district, parties),
    proposals: [{ ...proposal, version: 1, writtenOn: entry.on }],
    consultation: null,
    voting: null,
    population: null,
    positions: [],
    withdrawalReason: null,
    history: [entry],
  };
}

function changesBy(
  decision: JointDecision,
  event: JointDecisionEntry['event'],
  on: string,
): Partial<JointDecision> {
  switch (event.kind) {
    case 'RULE_CHANGED':
      return { rule: event.rule };
    case 'PARTIES_CHANGED':
      return { partiesOn: event.parties.on, parties: partiesOf(decision.district, event.parties) };
    case 'PROPOSAL_REVISED': {
      const version = { ...event.proposal, version: decision.proposals.length + 1, writtenOn: on };
      return { proposals: [...decision.proposals, version] };
    }
    case 'CONSULTATION_STARTED':
      return { consultation: event.period };
    case 'OPENED':
      return { voting: event.period, population: event.population };
    case 'PERIOD_EXTENDED': {
      const { consultation, voting, state } = decision;
      if (state === 'OPEN') return { voting: voting && { ...voting, lastDay: event.lastDay } };
      return { consultation: consultation && { ...consultation, lastDay: event.lastDay } };
    }
    case 'POSITION_TAKEN':
      return withPosition(decision, { ...event.position, recordedOn: on, confirmedOn: null });
    case 'POSITION_CONFIRMED': {
      const position = decision.positions.find(({ party }) => isSameParty(party, event.party));
      return position === undefined ? {} : withPosition(decision, { ...position, confirmedOn: on });
    }
    case 'WITHDRAWN':
      return { withdrawalReason: event.reason };
    case 'DRAFTED':
    case 'CLOSED':
    case 'ADOPTED':
    case 'NOT_ADOPTED':
      return {};
  }
}

/** In the order of the parties, so that it does not matter who was first. */
function withPosition(
  { parties, positions }: JointDecision,
  position: PartyPosition,
): Pick<JointDecision, 'positions'> {
  const of = (party: Party) =>
    isSameParty(party, position.party) ? position : positions.find((each) => isSameParty(each.party, party));
  return { positions: parties.map(of).filter((each) => each !== undefined) };
}

/** What is frozen already is shared and not copied, so that an event costs no more in a long history; what callers gave stays theirs. */
function frozenCopy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || isOurs(value)) return value;
  const copy: unknown = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, frozenCopy(part)]));
  made.add(Object.freeze(copy as object));
  return copy as Value;
}

/** Frozen by ourselves all the way down, which `Object.isFrozen` does not tell of what callers gave. */
const made = new WeakSet<object>();

function isOurs(value: object): boolean {
  return made.has(value);
}
