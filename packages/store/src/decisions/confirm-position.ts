import type { Acting, JointDecision, Party } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { applyToStored } from './apply-to-stored.ts';
import { type DecisionAddress, withShortKey } from './decision-address.ts';
import { decisionChange } from './decision-change.ts';
import { aboutPosition } from './speaking-for.ts';
import { storedDecision } from './stored-decision.ts';
import { todayInGermany } from './today.ts';

/**
 * Confirms, for a party, what was recorded on its behalf. Throws as `takePosition` does.
 */
export async function confirmPosition(
  store: Store,
  acting: Acting,
  given: DecisionAddress,
  { party, expectedRevision }: { readonly party: Party; readonly expectedRevision: number },
  today: string = todayInGermany(),
): Promise<JointDecision> {
  const address = withShortKey(given);
  return auditedChange(store, acting, async (rows, trx) => {
    const role = await requireAllowed(rows, acting, 'CONFIRM_POSITION', [
      aboutPosition(party, address.district),
    ]);
    const before = await storedDecision(trx, address);
    const event = { kind: 'POSITION_CONFIRMED', expectedRevision, party } as const;
    const result = await applyToStored(rows, trx, { address, event, today }, before);
    return { role, change: decisionChange(before, result), result };
  });
}
