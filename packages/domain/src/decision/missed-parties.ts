import type { JointDecisionResult } from './joint-decision-result.ts';
import type { Party } from './party.ts';

/** The parties whose position is told as missing: the district only where its consent is needed. */
export function missedParties({ missing, rule }: JointDecisionResult): readonly Party[] {
  return rule.districtConsent ? missing : missing.filter(({ kind }) => kind !== 'DISTRICT');
}
