import type { Acting, JointDecision, Party } from '@kreisweit/domain';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { applyToStored } from './apply-to-stored.ts';
import { type DecisionAddress, withShortKey } from './decision-address.ts';
import { decisionChange } from './decision-change.ts';
import { meantParty, namedParty } from './meant-party.ts';
import { readableDecision } from './readable-decision.ts';
import { requireItself } from './speaking-for.ts';
import { todayInGermany } from './today.ts';

/**
 * Confirms, for a party, what was recorded on its behalf. Throws as `takePosition` does.
 */
export async function confirmPosition(
  store: Store,
  acting: Acting,
  requested: DecisionAddress,
  { party: given, expectedRevision }: { readonly party: Party; readonly expectedRevision: number },
  today: string = todayInGermany(),
): Promise<JointDecision> {
  const address = withShortKey(requested);
  return auditedChange(store, acting, async (rows, trx) => {
    const named = namedParty(given);
    const role = await requireItself(rows, acting, { party: named, district: address.district });
    const before = await readableDecision(rows, trx, acting, address);
    const party = await meantParty(trx, before, named);
    const event = { kind: 'POSITION_CONFIRMED', expectedRevision, party } as const;
    const result = await applyToStored(rows, trx, { address, event, today }, before);
    return { role, change: decisionChange(before, result), result };
  });
}
