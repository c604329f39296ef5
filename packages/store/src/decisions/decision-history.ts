import type { JointDecisionEntry } from '@kreisweit/domain';
import type { DecisionAddress } from './decision-address.ts';

/** The history of a round of a joint decision, as files hold it. */
export type DecisionHistory = DecisionAddress & { readonly entries: readonly JointDecisionEntry[] };
