import { type Acting, type AuditedChange, actingOperator } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import { recordChange } from '../audit/record-change.ts';
import type { Store } from '../open-store.ts';
import { reasonOf } from '../write/reason-of.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { districtsOfProposal, FORGET_DECIDED } from './stored-proposal.ts';
import { requireWaiting } from './waiting-proposal.ts';

/**
 * Rejects a proposed release: it is listed with the reason, and its observations and its preview are forgotten. No data version is made. Throws
 * InputProblems when there is no such release, it is decided, or no reason is given; NotAllowed.
 */
export async function rejectProposed(
  store: Store,
  proposed: number,
  { reason, acting = actingOperator }: { readonly reason: string; readonly acting?: Acting },
): Promise<void> {
  const why = reasonOf(reason, `proposed release ${proposed} is not rejected`, 'those who delivered it');
  const about = { kind: 'release', note: `rejected: ${proposed}`, acting } as const;
  await writeVersion<void>(store, about, async (writer) => {
    const role = await requireAllowed(writer.rows, acting, 'DECIDE_RELEASE', [
      { kind: 'proposed', proposed },
    ]);
    await requireWaiting(writer, proposed, 'is not rejected');
    const change = await rejection(writer, proposed, why);
    await writer.transaction(async () => {
      await writer.run(REJECT, [proposed, why]);
      await recordChange(writer.rows, acting, role, change, null);
      await writer.run(FORGET_DECIDED);
    });
    return { publish: false, result: undefined };
  });
}

async function rejection(writer: Writer, proposed: number, reason: string): Promise<AuditedChange> {
  return {
    what: 'release.rejected',
    subject: { kind: 'proposedRelease', key: String(proposed) },
    districts: await districtsOfProposal(writer, proposed),
    before: { state: 'proposed' },
    after: { state: 'rejected', reason },
  };
}

const REJECT = 'update proposed_release set rejected_at = now(), reason = $2, preview = null where id = $1';
