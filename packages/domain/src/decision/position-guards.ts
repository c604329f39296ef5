import type { DecisionGuard, GuardFinding } from './decision-guard.ts';
import { isBlank } from './is-blank.ts';
import { currentVersion, type JointDecision } from './joint-decision.ts';
import { isSameParty, type Party } from './party.ts';
import { partyOfEvent } from './party-of-event.ts';
import { isUnconfirmed, type TextInEither } from './party-position.ts';
import { positionBefore } from './position-before.ts';

/** Who may take which position, and what it must say. */
export const positionGuards = Object.freeze({
  PARTY_IS_ENTITLED: ({ decision, event }) => {
    const party = partyOfEvent(event);
    if (decision === null || party === null) return [];
    if (isEntitled(decision, party)) return [];
    const message = `${party.kind} ${party.key} is no party of this decision: name one of its parties`;
    return [{ field: event.kind === 'POSITION_TAKEN' ? 'position.party' : 'party', message }];
  },

  VERSION_IS_CURRENT: ({ decision, event }) => {
    if (decision === null || event.kind !== 'POSITION_TAKEN') return [];
    const version = currentVersion(decision);
    if (event.position.proposalVersion === version) return [];
    const message = `what is decided on is version ${version} of the proposal, not ${event.position.proposalVersion}: take a position on that`;
    return [{ field: 'position.proposalVersion', message }];
  },

  RESERVATIONS_ARE_STATED: ({ event }) => {
    if (event.kind !== 'POSITION_TAKEN') return [];
    const { stance, statement } = event.position;
    if (stance !== 'SUPPORT_WITH_RESERVATIONS' || isSaid(statement)) return [];
    const message = 'say what the reservations are, in German or in English';
    return [{ field: 'position.statement', message }];
  },

  ON_BEHALF_IS_FOUNDED: ({ event }) => {
    if (event.kind !== 'POSITION_TAKEN' || event.position.recording === 'OWN') return [];
    const { party, reference } = event.position;
    const findings: GuardFinding[] = [];
    if (party.kind === 'DISTRICT') {
      const message = 'the district speaks for itself: record its position as OWN';
      findings.push({ field: 'position.recording', message });
    }
    if (isBlank(reference)) {
      const message = 'name the resolution of the party, for example "Ratsbeschluss 12/2026 vom 2026-03-05"';
      findings.push({ field: 'position.reference', message });
    }
    return findings;
  },

  OWN_POSITION_STANDS: (judged) => {
    const { event } = judged;
    if (event.kind !== 'POSITION_TAKEN' || event.position.recording === 'OWN') return [];
    const position = positionBefore(judged);
    if (position === null || isUnconfirmed(position)) return [];
    const message = `${position.party.key} took or confirmed its position itself: only the party replaces it, also when it is about an earlier version; ask the party for a new one`;
    return [{ field: 'position.recording', message }];
  },

  POSITION_IS_UNCONFIRMED: (judged) => {
    const { decision, event } = judged;
    if (event.kind !== 'POSITION_CONFIRMED' || decision === null || !isEntitled(decision, event.party))
      return [];
    const position = positionBefore(judged);
    const field = 'party';
    const { key } = event.party;
    if (position !== null && position.proposalVersion !== currentVersion(decision)) {
      const message = `the position of ${key} is about an earlier version: renew it instead`;
      return [{ field, message }];
    }
    if (position !== null && isUnconfirmed(position)) return [];
    const message = `nothing was recorded on behalf of ${key} that waits for its confirmation: take a position for it instead`;
    return [{ field, message }];
  },
} satisfies Readonly<Record<string, DecisionGuard>>);

function isEntitled({ parties }: JointDecision, party: Party): boolean {
  return parties.some((each) => isSameParty(each, party));
}

function isSaid(text: TextInEither | null): boolean {
  return text !== null && !(isBlank(text.de) && isBlank(text.en));
}
