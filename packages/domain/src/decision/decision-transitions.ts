import type { GuardName } from './decision-guards.ts';
import type { JointDecisionState } from './joint-decision.ts';
import type { JointDecisionEventKind } from './joint-decision-event.ts';

/** The states from which an event may happen (null = there is nothing yet), the state it leads to (null = it stays), and what must hold. */
export type DecisionTransition = {
  readonly event: JointDecisionEventKind;
  readonly from: readonly (JointDecisionState | null)[];
  readonly to: JointDecisionState | null;
  readonly guards: readonly GuardName[];
};

/** Everything that can happen to a joint decision, one row an event. What is not in this table is refused. */
export const decisionTransitions: readonly DecisionTransition[] = Object.freeze([
  {
    event: 'DRAFTED',
    from: [null],
    to: 'DRAFT',
    guards: ['KEY_IS_SOUND', 'ROUND_FOLLOWS', 'PARTIES_ARE_SOUND', 'RULE_IS_SOUND', 'PROPOSAL_IS_COMPLETE'],
  },
  // What is asked for, and of whom, is settled before anybody is asked.
  {
    event: 'RULE_CHANGED',
    from: ['DRAFT', 'CONSULTATION'],
    to: null,
    guards: ['RULE_IS_SOUND', 'CONSULTATION_LASTS'],
  },
  {
    event: 'PARTIES_CHANGED',
    from: ['DRAFT', 'CONSULTATION'],
    to: null,
    guards: ['PARTIES_ARE_SOUND', 'CONSULTATION_LASTS'],
  },
  {
    event: 'PROPOSAL_REVISED',
    from: ['DRAFT', 'CONSULTATION', 'OPEN'],
    to: null,
    guards: ['PROPOSAL_IS_COMPLETE', 'REVISION_LEAVES_TIME'],
  },
  {
    event: 'CONSULTATION_STARTED',
    from: ['DRAFT'],
    to: 'CONSULTATION',
    guards: ['PERIOD_IS_SOUND', 'PERIOD_IS_TO_COME'],
  },
  {
    event: 'OPENED',
    from: ['CONSULTATION'],
    to: 'OPEN',
    guards: ['PERIOD_IS_SOUND', 'PERIOD_IS_TO_COME', 'CONSULTATION_IS_OVER', 'POPULATION_IS_COMPLETE'],
  },
  {
    event: 'PERIOD_EXTENDED',
    from: ['CONSULTATION', 'OPEN'],
    to: null,
    guards: ['EXTENSION_IS_LATER', 'EXTENSION_IS_IN_TIME'],
  },
  {
    event: 'POSITION_TAKEN',
    from: ['OPEN'],
    to: null,
    guards: [
      'PARTY_IS_ENTITLED',
      'VERSION_IS_CURRENT',
      'DAY_IS_IN_TIME',
      'RESERVATIONS_ARE_STATED',
      'ON_BEHALF_IS_FOUNDED',
      'OWN_POSITION_STANDS',
    ],
  },
  {
    event: 'POSITION_CONFIRMED',
    from: ['OPEN'],
    to: null,
    guards: ['PARTY_IS_ENTITLED', 'POSITION_IS_UNCONFIRMED'],
  },
  { event: 'CLOSED', from: ['OPEN'], to: 'CLOSED', guards: ['TIME_IS_OVER_OR_ALL_SPOKE'] },
  { event: 'ADOPTED', from: ['CLOSED'], to: 'ADOPTED', guards: ['RESULT_SAYS_SO'] },
  { event: 'NOT_ADOPTED', from: ['CLOSED'], to: 'NOT_ADOPTED', guards: ['RESULT_SAYS_SO'] },
  {
    event: 'WITHDRAWN',
    from: ['DRAFT', 'CONSULTATION', 'OPEN'],
    to: 'WITHDRAWN',
    guards: ['WITHDRAWAL_IS_EXPLAINED', 'WITHDRAWAL_IS_IN_TIME'],
  },
] satisfies readonly DecisionTransition[]);

const byEvent: ReadonlyMap<JointDecisionEventKind, DecisionTransition> = new Map(
  decisionTransitions.map((transition) => [transition.event, transition]),
);

/** The row of an event. */
export function transitionOf(event: JointDecisionEventKind): DecisionTransition {
  const transition = byEvent.get(event);
  if (transition === undefined) throw new RangeError(`'${event}' is no event of a joint decision`);
  return transition;
}
