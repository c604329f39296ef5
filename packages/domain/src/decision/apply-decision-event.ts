import { isDay } from '../due/day.ts';
import type { Problem } from '../problem.ts';
import type { DecisionContext, JudgedEvent } from './decision-guard.ts';
import { decisionGuards, type GuardName } from './decision-guards.ts';
import { transitionOf } from './decision-transitions.ts';
import type { JointDecision } from './joint-decision.ts';
import type { JointDecisionEntry, JointDecisionEvent } from './joint-decision-event.ts';
import { isSameParty } from './party.ts';
import { partyOfEvent } from './party-of-event.ts';
import { evolveDecision } from './replay-decision.ts';

/**
 * What is wrong with an event: the `field` of the event and the name of the rule (a guard) that says so, STATE_ALLOWS for the table of
 * transitions itself.
 */
export type DecisionProblem = Problem & {
  readonly field: string;
  readonly rule: GuardName | 'STATE_ALLOWS';
};

/**
 * Something else happened since whoever sent an event looked: the revision that was expected, the one there is, and `meanwhile` what happened in
 * between, oldest first. `isIndependent`: all of it are positions of other parties, as the event is one itself, so that it may be sent again
 * as it is, with the new revision.
 */
export type DecisionConflict = {
  readonly expectedRevision: number;
  readonly revision: number;
  readonly meanwhile: readonly JointDecisionEntry[];
  readonly isIndependent: boolean;
};

/** What became of an event: the decision after it, or all that is wrong with it, or a conflict. */
export type AppliedEvent =
  | { readonly decision: JointDecision }
  | { readonly problems: readonly DecisionProblem[] }
  | { readonly conflict: DecisionConflict };

/**
 * Lets an event happen to a decision (null = to none yet, for a draft). Nothing is changed: the decision after it is a new one, with an integer
 * `revision` that is higher by one. All problems come at once; a conflict comes before them, since they may be about what is no longer so.
 * Throws a RangeError when `today` is no day.
 */
export function applyDecisionEvent(
  decision: JointDecision | null,
  event: JointDecisionEvent,
  context: DecisionContext,
): AppliedEvent {
  if (!isDay(context.today)) throw new RangeError(`today is "${context.today}", which is no day`);
  const revision = decision?.revision ?? 0;
  if (event.expectedRevision !== revision) return { conflict: conflictOf(decision, event) };
  const problems = problemsOf({ decision, event, context });
  if (problems.length > 0) return { problems };
  return { decision: evolveDecision(decision, { revision: revision + 1, on: context.today, event }) };
}

function problemsOf(judged: JudgedEvent): readonly DecisionProblem[] {
  const { decision, event } = judged;
  const { from, guards } = transitionOf(event.kind);
  const problems = guards.flatMap((guard) =>
    decisionGuards[guard](judged).map((finding): DecisionProblem => ({ ...finding, rule: guard })),
  );
  if (from.includes(decision?.state ?? null)) return problems;
  const message = `${event.kind} does not happen to ${named(decision)}: ${possible(from)}`;
  return [{ field: 'kind', message, rule: 'STATE_ALLOWS' }, ...problems];
}

function named(decision: JointDecision | null): string {
  return decision === null ? 'a decision that was not drafted' : `a decision that is ${decision.state}`;
}

function possible(from: readonly (string | null)[]): string {
  const states = from.filter((state) => state !== null);
  if (states.length === 0) return 'it is how one begins, and a new one follows as a new round';
  return `only to one that is ${states.join(' or ')}`;
}

function conflictOf(decision: JointDecision | null, event: JointDecisionEvent): DecisionConflict {
  const { expectedRevision } = event;
  const meanwhile = decision?.history.filter((entry) => entry.revision > expectedRevision) ?? [];
  const party = partyOfEvent(event);
  const others = meanwhile.map((entry) => partyOfEvent(entry.event));
  const isIndependent =
    party !== null &&
    others.length > 0 &&
    others.every((other) => other !== null && !isSameParty(other, party));
  return { expectedRevision, revision: decision?.revision ?? 0, meanwhile, isIndependent };
}
