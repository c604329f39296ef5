import type { DecisionGuard } from './decision-guard.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import { partyStandings } from './party-standing.ts';

/** When a decision may end, and how. */
export const endGuards = Object.freeze({
  TIME_IS_OVER_OR_ALL_SPOKE: ({ decision, event, context: { today } }) => {
    if (event.kind !== 'CLOSED' || decision?.voting == null || today > decision.voting.lastDay) return [];
    const silent = partyStandings(decision).filter(({ standing }) => standing !== 'CURRENT');
    if (silent.length === 0) return [];
    const names = silent.map(({ party }) => party.key).join(', ');
    const message = `positions may be taken until ${decision.voting.lastDay}, and those of ${names} are still missing: close it after that day`;
    return [{ field: 'kind', message }];
  },

  RESULT_SAYS_SO: ({ decision, event }) => {
    if (decision === null || (event.kind !== 'ADOPTED' && event.kind !== 'NOT_ADOPTED')) return [];
    const { outcome } = jointDecisionResult(decision);
    if (outcome === event.kind) return [];
    return [{ field: 'kind', message: `the result is ${outcome}, not ${event.kind}` }];
  },

  WITHDRAWAL_IS_EXPLAINED: ({ event }) => {
    if (event.kind !== 'WITHDRAWN') return [];
    const { de, en } = event.reason;
    if ((de ?? '').trim() !== '' || (en ?? '').trim() !== '') return [];
    return [{ field: 'reason', message: 'say why it is withdrawn, in German or in English' }];
  },
} satisfies Readonly<Record<string, DecisionGuard>>);
