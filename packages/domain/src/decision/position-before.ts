import type { JudgedEvent } from './decision-guard.ts';
import { isSameParty } from './party.ts';
import { partyOfEvent } from './party-of-event.ts';
import type { PartyPosition } from './party-position.ts';

/** The latest position of the party of an event, also one on an earlier version; null where there is none, or the event has no party. */
export function positionBefore({ decision, event }: JudgedEvent): PartyPosition | null {
  const party = partyOfEvent(event);
  if (decision === null || party === null) return null;
  return decision.positions.find((each) => isSameParty(each.party, party)) ?? null;
}
