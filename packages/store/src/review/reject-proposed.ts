import type { Store } from '../open-store.ts';
import { reasonOf } from '../write/reason-of.ts';
import { writeVersion } from '../write/write-version.ts';
import { FORGET_DECIDED } from './stored-proposal.ts';
import { requireWaiting } from './waiting-proposal.ts';

/**
 * Rejects a proposed release: it is listed with the reason, and its observations and its preview are forgotten. No data version is made. Throws
 * InputProblems when there is no such release, it is decided, or no reason is given.
 */
export async function rejectProposed(
  store: Store,
  proposed: number,
  { reason }: { readonly reason: string },
): Promise<void> {
  const why = reasonOf(reason, `proposed release ${proposed} is not rejected`, 'those who delivered it');
  await writeVersion<void>(store, { kind: 'release', note: `rejected: ${proposed}` }, async (writer) => {
    await requireWaiting(writer, proposed, 'is not rejected');
    await writer.transaction(async () => {
      await writer.run(REJECT, [proposed, why]);
      await writer.run(FORGET_DECIDED);
    });
    return { publish: false, result: undefined };
  });
}

const REJECT = 'update proposed_release set rejected_at = now(), reason = $2, preview = null where id = $1';
