import type { DecisionGuard } from './decision-guard.ts';
import { isBlank } from './is-blank.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import { isUnconfirmed } from './party-position.ts';
import { countingPosition, partyStandings } from './party-standing.ts';

/** When a decision may end, and how. */
export const endGuards = Object.freeze({
  TIME_IS_OVER_OR_ALL_SPOKE: ({ decision, event, context: { today } }) => {
    if (event.kind !== 'CLOSED' || decision?.voting == null || today > decision.voting.lastDay) return [];
    // What somebody else wrote down counts, but takes from nobody the time to speak.
    const silent = partyStandings(decision).filter((standing) => {
      const position = countingPosition(standing);
      return position === null || isUnconfirmed(position);
    });
    if (silent.length === 0) return [];
    const names = silent.map(({ party }) => party.key).join(', ');
    const message = `positions may be taken until ${decision.voting.lastDay}, and ${names} have not taken theirs on the latest version or not confirmed what was recorded on their behalf: close it after that day, or when all have`;
    return [{ field: 'kind', message }];
  },

  RESULT_SAYS_SO: ({ decision, event }) => {
    if (decision === null || (event.kind !== 'ADOPTED' && event.kind !== 'NOT_ADOPTED')) return [];
    const { outcome } = jointDecisionResult(decision);
    if (outcome === event.kind) return [];
    return [{ field: 'kind', message: `the result is ${outcome}, not ${event.kind}: state what came out` }];
  },

  WITHDRAWAL_IS_EXPLAINED: ({ event }) => {
    if (event.kind !== 'WITHDRAWN') return [];
    const { de, en } = event.reason;
    if (!isBlank(de) || !isBlank(en)) return [];
    return [{ field: 'reason', message: 'say why it is withdrawn, in German or in English' }];
  },

  WITHDRAWAL_IS_IN_TIME: ({ decision, event, context: { today } }) => {
    const lastDay = decision?.state === 'OPEN' ? decision.voting?.lastDay : undefined;
    if (event.kind !== 'WITHDRAWN' || lastDay === undefined || today <= lastDay) return [];
    const message = `the last day for positions was ${lastDay}, and what all have decided on is not withdrawn: close it and state the result`;
    return [{ field: 'kind', message }];
  },
} satisfies Readonly<Record<string, DecisionGuard>>);
