import { currentVersion, type JointDecision } from './joint-decision.ts';
import { type Party, partyText } from './party.ts';
import type { PartyPosition } from './party-position.ts';

/**
 * Where a party stands: its position and whether it is about the version that is decided on. `STALE`: it was taken on an earlier version and
 * does not count until the party renews it. `MISSING`: there is none, and `position` is null.
 */
export type PartyStanding = {
  readonly party: Party;
  readonly standing: 'CURRENT' | 'STALE' | 'MISSING';
  readonly position: PartyPosition | null;
};

/** Where all parties stand, in their order. */
export function partyStandings(
  decision: Pick<JointDecision, 'parties' | 'positions' | 'proposals'>,
): readonly PartyStanding[] {
  const version = currentVersion(decision);
  const byParty = new Map(decision.positions.map((position) => [partyText(position.party), position]));
  return decision.parties.map((party) => {
    const position = byParty.get(partyText(party));
    if (position === undefined) return { party, standing: 'MISSING', position: null };
    return { party, standing: position.proposalVersion === version ? 'CURRENT' : 'STALE', position };
  });
}

/** The position of a party that counts; null where it is missing or stale. */
export function countingPosition({ standing, position }: PartyStanding): PartyPosition | null {
  return standing === 'CURRENT' ? position : null;
}
