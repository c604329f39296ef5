import type { AuditedChange, JointDecision, JointDecisionEventKind, Json } from '@kreisweit/domain';
import { addressText } from './decision-address.ts';

const WHAT: Readonly<Record<JointDecisionEventKind, string>> = {
  DRAFTED: 'decision.drafted',
  RULE_CHANGED: 'decision.ruleChanged',
  PARTIES_CHANGED: 'decision.partiesChanged',
  PROPOSAL_REVISED: 'decision.proposalRevised',
  CONSULTATION_STARTED: 'decision.consultationStarted',
  OPENED: 'decision.opened',
  PERIOD_EXTENDED: 'decision.periodExtended',
  POSITION_TAKEN: 'decision.positionTaken',
  POSITION_CONFIRMED: 'decision.positionConfirmed',
  CLOSED: 'decision.closed',
  ADOPTED: 'decision.adopted',
  NOT_ADOPTED: 'decision.notAdopted',
  WITHDRAWN: 'decision.withdrawn',
};

/** What the audit trail is to say of the last event of a decision. */
export function decisionChange(before: JointDecision | null, after: JointDecision): AuditedChange {
  const entry = after.history.at(-1);
  if (entry === undefined) throw new RangeError(`${addressText(after)} has no history`);
  return {
    what: WHAT[entry.event.kind],
    subject: { kind: 'decision', key: addressText(after) },
    districts: [after.district],
    before: before === null ? null : { state: before.state, revision: before.revision },
    after: { state: after.state, revision: after.revision, event: entry.event as unknown as Json },
  };
}
