import type { Acting, JointDecision, StatedPosition } from '@kreisweit/domain';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { applyToStored } from './apply-to-stored.ts';
import { type DecisionAddress, withShortKey } from './decision-address.ts';
import { decisionChange } from './decision-change.ts';
import { meantParty, namedParty } from './meant-party.ts';
import { readableDecision } from './readable-decision.ts';
import { speakingFor } from './speaking-for.ts';
import { todayInGermany } from './today.ts';

/** A position as it is sent: who sends it says whether it is the party's own or was recorded on its behalf. */
export type PositionRequest = Omit<StatedPosition, 'recording'>;

/**
 * Takes a position for a party of a joint decision, or records it on its behalf: see `speakingFor`. A later one takes the place of an
 * earlier one; the history keeps both. Throws NotAllowed, InputProblems with all that is wrong, and a RevisionConflict where something else
 * happened since `expectedRevision`.
 */
export async function takePosition(
  store: Store,
  acting: Acting,
  requested: DecisionAddress,
  { position, expectedRevision }: { readonly position: PositionRequest; readonly expectedRevision: number },
  today: string = todayInGermany(),
): Promise<JointDecision> {
  const address = withShortKey(requested);
  return auditedChange(store, acting, async (rows, trx) => {
    const given = namedParty(position.party);
    const { role, recording } = await speakingFor(rows, acting, { party: given, district: address.district });
    const before = await readableDecision(rows, trx, acting, address);
    const party = await meantParty(trx, before, given);
    const event = {
      kind: 'POSITION_TAKEN',
      expectedRevision,
      position: { ...position, party, recording },
    } as const;
    const result = await applyToStored(rows, trx, { address, event, today }, before);
    return { role, change: decisionChange(before, result), result };
  });
}
