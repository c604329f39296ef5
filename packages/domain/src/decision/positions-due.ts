import type { JointDecision } from './joint-decision.ts';
import type { Party } from './party.ts';
import { isUnconfirmed } from './party-position.ts';
import { type PartyStanding, partyStandings } from './party-standing.ts';

/**
 * What is asked of a party until the last day (ISO), from the first day on: to TAKE a position, to RENEW one that was taken on an earlier version,
 * or to CONFIRM what was recorded on its behalf. `proposalVersion` is the version that it is about.
 */
export type PositionDue = {
  readonly party: Party;
  readonly asked: 'TAKE' | 'RENEW' | 'CONFIRM';
  readonly proposalVersion: number;
  readonly firstDay: string;
  readonly lastDay: string;
};

/** What is asked of the parties of a decision, in their order; nothing while it is not open for positions. */
export function positionsDue(decision: JointDecision): readonly PositionDue[] {
  const { state, voting, proposals } = decision;
  if (state !== 'OPEN' || voting === null) return [];
  return partyStandings(decision).flatMap((standing) => {
    const asked = askedOf(standing);
    return asked === null
      ? []
      : [{ party: standing.party, asked, proposalVersion: proposals.length, ...voting }];
  });
}

function askedOf({ standing, position }: PartyStanding): PositionDue['asked'] | null {
  if (standing === 'MISSING') return 'TAKE';
  if (standing === 'STALE') return 'RENEW';
  return position !== null && isUnconfirmed(position) ? 'CONFIRM' : null;
}
