import { isDay } from '../due/day.ts';
import type { DecisionGuard, GuardFinding, JudgedEvent } from './decision-guard.ts';
import { currentVersion } from './joint-decision.ts';
import { noDay } from './no-day.ts';
import { isSameParty } from './party.ts';
import { isUnconfirmed, type TextInEither } from './party-position.ts';
import { countingPosition, type PartyStanding, partyStandings } from './party-standing.ts';

/** Who may take which position, until when, and what it must say. */
export const positionGuards = Object.freeze({
  PARTY_IS_ENTITLED: ({ decision, event }) => {
    const party = partyOf(event);
    if (decision === null || party === null) return [];
    if (decision.parties.some((each) => isSameParty(each, party))) return [];
    const message = `${party.kind} ${party.key} is no party of this decision`;
    return [{ field: event.kind === 'POSITION_TAKEN' ? 'position.party' : 'party', message }];
  },

  VERSION_IS_CURRENT: ({ decision, event }) => {
    if (decision === null || event.kind !== 'POSITION_TAKEN') return [];
    const version = currentVersion(decision);
    if (event.position.proposalVersion === version) return [];
    const message = `what is decided on is version ${version} of the proposal, not ${event.position.proposalVersion}: take a position on that`;
    return [{ field: 'position.proposalVersion', message }];
  },

  DAY_IS_IN_TIME: ({ decision, event, context: { today } }) => {
    if (event.kind !== 'POSITION_TAKEN') return [];
    const { takenOn, reference } = event.position;
    const field = 'position.takenOn';
    if (!isDay(takenOn)) return [{ field, message: noDay(takenOn) }];
    const findings: GuardFinding[] = [];
    if (takenOn > today) findings.push({ field, message: `${takenOn} is after today, ${today}` });
    const voting = decision?.voting;
    if (voting == null) return findings;
    if (today < voting.firstDay) {
      findings.push({ field, message: `positions are recorded from ${voting.firstDay} on` });
    }
    const revised = revisedWhileOpen(decision);
    if (revised !== null && takenOn < revised) {
      const message = `what is decided on was written on ${revised}, so that a position of ${takenOn} cannot be about it`;
      findings.push({ field, message });
    }
    if (takenOn > voting.lastDay) {
      findings.push({ field, message: `the last day for positions was ${voting.lastDay}` });
    } else if (today > voting.lastDay && isBlank(reference)) {
      const message = `the last day for positions was ${voting.lastDay}: name the resolution that was taken until then`;
      findings.push({ field: 'position.reference', message });
    }
    return findings;
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
    const standing = standingOf(judged);
    const position = standing && countingPosition(standing);
    if (position == null || isUnconfirmed(position)) return [];
    const message = `${position.party.key} took or confirmed its position itself: only the party replaces it`;
    return [{ field: 'position.recording', message }];
  },

  POSITION_IS_UNCONFIRMED: (judged) => {
    const { event } = judged;
    const standing = standingOf(judged);
    if (event.kind !== 'POSITION_CONFIRMED' || standing === undefined) return [];
    const field = 'party';
    const { key } = event.party;
    if (standing.standing === 'STALE') {
      const message = `the position of ${key} is about an earlier version: renew it instead`;
      return [{ field, message }];
    }
    if (standing.position !== null && isUnconfirmed(standing.position)) return [];
    return [{ field, message: `nothing was recorded on behalf of ${key} that waits for its confirmation` }];
  },
} satisfies Readonly<Record<string, DecisionGuard>>);

/**
 * The day of the version that made earlier positions stale; null where there is none. Before the opening versions may be written down later than
 * they were known.
 */
function revisedWhileOpen(decision: JudgedEvent['decision']): string | null {
  const kinds = decision?.history.map(({ event }) => event.kind) ?? [];
  const [opened, revised] = [kinds.indexOf('OPENED'), kinds.lastIndexOf('PROPOSAL_REVISED')];
  return opened !== -1 && revised > opened ? (decision?.history[revised]?.on ?? null) : null;
}

function partyOf(event: JudgedEvent['event']) {
  if (event.kind === 'POSITION_TAKEN') return event.position.party;
  return event.kind === 'POSITION_CONFIRMED' ? event.party : null;
}

function standingOf({ decision, event }: JudgedEvent): PartyStanding | undefined {
  const party = partyOf(event);
  if (decision === null || party === null) return undefined;
  return partyStandings(decision).find((each) => isSameParty(each.party, party));
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function isSaid(text: TextInEither | null): boolean {
  return text !== null && !(isBlank(text.de) && isBlank(text.en));
}
