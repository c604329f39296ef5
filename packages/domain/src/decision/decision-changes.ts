import type { JointDecision } from './joint-decision.ts';
import type { JointDecisionEntry } from './joint-decision-event.ts';
import { partiesOf } from './party.ts';

/** What an event that happened on a day (ISO) changes in a decision beside its state, its positions and its history. */
export function decisionChanges(
  decision: Omit<JointDecision, 'positions' | 'history'>,
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
    case 'WITHDRAWN':
      return { withdrawalReason: event.reason };
    case 'DRAFTED':
    case 'POSITION_TAKEN':
    case 'POSITION_CONFIRMED':
    case 'CLOSED':
    case 'ADOPTED':
    case 'NOT_ADOPTED':
      return {};
  }
}
