import type { JointDecisionEvent } from './joint-decision-event.ts';
import type { Party } from './party.ts';

/** The party that an event is about, as a position is; null for what is about the whole decision. */
export function partyOfEvent(event: JointDecisionEvent): Party | null {
  if (event.kind === 'POSITION_TAKEN') return event.position.party;
  return event.kind === 'POSITION_CONFIRMED' ? event.party : null;
}
