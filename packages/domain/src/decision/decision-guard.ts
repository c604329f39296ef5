import type { JointDecision } from './joint-decision.ts';
import type { JointDecisionEvent } from './joint-decision-event.ts';

/**
 * What an event is judged by beside the decision: `today` (ISO, where the district lies) and, for the draft of a round after the first, the round
 * before it (null = there is none).
 */
export type DecisionContext = { readonly today: string; readonly previousRound?: JointDecision | null };

/** An event that is judged; `decision` is null for the first one. */
export type JudgedEvent = {
  readonly decision: JointDecision | null;
  readonly event: JointDecisionEvent;
  readonly context: DecisionContext;
};

/** What a guard found wrong, and in which field of the event. */
export type GuardFinding = { readonly field: string; readonly message: string };

/** Something that must hold for an event; empty where it does. */
export type DecisionGuard = (judged: JudgedEvent) => readonly GuardFinding[];
