import type {
  Acting,
  CarryingRule,
  JointDecision,
  JointDecisionEvent,
  ProposedText,
} from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { applyToStored } from './apply-to-stored.ts';
import { type DecisionAddress, withShortKey } from './decision-address.ts';
import { decisionChange } from './decision-change.ts';
import { decisionsByAddress } from './decisions-by-address.ts';
import { knownPartiesOf, type RequestedParties } from './known-parties.ts';
import { todayInGermany } from './today.ts';

/** What a round of a joint decision begins with: who is asked, by which rule, and what. */
export type DraftRequest = {
  readonly parties: RequestedParties;
  readonly rule: CarryingRule;
  readonly proposal: ProposedText;
};

/**
 * Drafts a joint decision of a district, or the next round of one. Throws NotAllowed, InputProblems with all that is wrong, and a
 * RevisionConflict where there is such a round already.
 */
export async function draftDecision(
  store: Store,
  acting: Acting,
  given: DecisionAddress,
  { parties: requested, rule, proposal }: DraftRequest,
  today: string = todayInGermany(),
): Promise<JointDecision> {
  const address = withShortKey(given);
  const { district } = address;
  return auditedChange(store, acting, async (rows, trx) => {
    const about = [{ kind: 'territory', key: district }] as const;
    const role = await requireAllowed(rows, acting, 'MANAGE_DECISIONS', about);
    const { parties, problems } = await knownPartiesOf(trx, {
      district,
      parties: { ...requested, on: requested.on ?? today },
    });
    const event: JointDecisionEvent = {
      kind: 'DRAFTED',
      expectedRevision: 0,
      ...address,
      ...{ parties, rule, proposal },
    };
    const [before = null] = await decisionsByAddress(trx, [address]);
    const result = await applyToStored(rows, trx, { address, event, today, problems }, before);
    return { role, change: decisionChange(null, result), result };
  });
}
