import { isDay } from '../due/day.ts';
import type { DecisionGuard, GuardFinding, JudgedEvent } from './decision-guard.ts';
import { isBlank } from './is-blank.ts';
import type { DecisionPeriod, JointDecision } from './joint-decision.ts';
import { noDay } from './no-day.ts';
import type { StatedPosition } from './party-position.ts';
import { positionBefore } from './position-before.ts';

/** When a position was taken and when it is recorded. */
export const positionDayGuards = Object.freeze({
  DAY_IS_IN_TIME: (judged) => {
    const { decision, event } = judged;
    if (event.kind !== 'POSITION_TAKEN') return [];
    const { today } = judged.context;
    const { takenOn } = event.position;
    const field = 'position.takenOn';
    if (!isDay(takenOn)) return [{ field, message: noDay(takenOn) }];
    const findings: GuardFinding[] = tooEarlyFor(judged, takenOn).map((message) => ({ field, message }));
    if (takenOn > today) {
      const message = `${takenOn} is after today, ${today}: write the day on which it was taken`;
      findings.push({ field, message });
    }
    const voting = decision?.voting ?? null;
    return voting === null ? findings : [...findings, ...outside(voting, event.position, today)];
  },
} satisfies Readonly<Record<string, DecisionGuard>>);

function tooEarlyFor(judged: JudgedEvent, takenOn: string): readonly string[] {
  const { decision } = judged;
  const messages: string[] = [];
  const asked = decision?.consultation?.firstDay;
  if (asked !== undefined && takenOn < asked) {
    messages.push(
      `the consultation began on ${asked}, so that a position of ${takenOn} cannot be about it: record one that was taken since`,
    );
  }
  const revised = decision === null ? null : revisedWhileOpen(decision);
  if (revised !== null && takenOn < revised) {
    messages.push(
      `what is decided on was written on ${revised}, so that a position of ${takenOn} cannot be about it: record one that was taken since`,
    );
  }
  const before = positionBefore(judged);
  if (before !== null && takenOn < before.takenOn) {
    messages.push(
      `${before.party.key} took its latest position on ${before.takenOn}, and one of ${takenOn} does not replace it: record one that was taken since`,
    );
  }
  return messages;
}

function outside(
  voting: DecisionPeriod,
  { takenOn, reference, recording }: StatedPosition,
  today: string,
): readonly GuardFinding[] {
  const findings: GuardFinding[] = [];
  const field = 'position.takenOn';
  if (today < voting.firstDay) {
    const message = `positions are recorded from ${voting.firstDay} on: record it then`;
    findings.push({ field, message });
  }
  if (takenOn > voting.lastDay) {
    const message = `the last day for positions was ${voting.lastDay}: only what was taken until then counts`;
    findings.push({ field, message });
    return findings;
  }
  // On behalf of somebody ON_BEHALF_IS_FOUNDED asks for it on any day.
  if (today > voting.lastDay && recording === 'OWN' && isBlank(reference)) {
    const message = `the last day for positions was ${voting.lastDay}: name the resolution that was taken until then`;
    findings.push({ field: 'position.reference', message });
  }
  return findings;
}

/**
 * The day of the version that made earlier positions stale; null where there is none. Before the opening versions may be written down later than
 * they were known.
 */
function revisedWhileOpen({ voting, history }: JointDecision): string | null {
  if (voting === null) return null;
  const last = history.findLast(({ event: { kind } }) => kind === 'OPENED' || kind === 'PROPOSAL_REVISED');
  return last?.event.kind === 'PROPOSAL_REVISED' ? last.on : null;
}
