import type { CarryingRule } from './carrying-rule.ts';
import type { DecisionPeriod, DecisionPopulation, ProposedText } from './joint-decision.ts';
import type { EntitledParties, Party } from './party.ts';
import type { StatedPosition, TextInEither } from './party-position.ts';

type Event<Kind extends string, Facts> = Readonly<{ kind: Kind; expectedRevision: number } & Facts>;
type None = Record<never, never>;

/**
 * Something that happens to a joint decision. `expectedRevision` is the revision that whoever sends it has seen (0 for a draft): it is refused
 * when something else happened since.
 */
export type JointDecisionEvent =
  | Event<'DRAFTED', DecisionDraft>
  | Event<'RULE_CHANGED', { readonly rule: CarryingRule }>
  | Event<'PARTIES_CHANGED', { readonly parties: EntitledParties }>
  | Event<'PROPOSAL_REVISED', { readonly proposal: ProposedText }>
  | Event<'CONSULTATION_STARTED', { readonly period: DecisionPeriod }>
  | Event<'OPENED', { readonly period: DecisionPeriod; readonly population: DecisionPopulation }>
  | Event<'PERIOD_EXTENDED', { readonly lastDay: string }>
  | Event<'POSITION_TAKEN', { readonly position: StatedPosition }>
  | Event<'POSITION_CONFIRMED', { readonly party: Party }>
  | Event<'CLOSED', None>
  | Event<'ADOPTED', None>
  | Event<'NOT_ADOPTED', None>
  | Event<'WITHDRAWN', { readonly reason: TextInEither }>;

/** What a round begins with; `key` is in kebab case. See `JointDecision` for `round`. */
export type DecisionDraft = {
  readonly key: string;
  readonly round: number;
  readonly district: string;
  readonly parties: EntitledParties;
  readonly rule: CarryingRule;
  readonly proposal: ProposedText;
};

export type JointDecisionEventKind = JointDecisionEvent['kind'];

/** An event that happened: it made this `revision` on this day (ISO). The entries of a round are its history. */
export type JointDecisionEntry = {
  readonly revision: number;
  readonly on: string;
  readonly event: JointDecisionEvent;
};
