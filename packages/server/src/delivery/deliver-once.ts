import { giveUpReceipt, keepAnswer, type ReceiptRequest, type Store, takeReceipt } from '@kreisweit/store';
import { sameUnderWay } from './delivery-slots.ts';
import { refused } from './refused.ts';

/** An answer with the status of HTTP; `isReplayed` when it is that of an earlier request. */
export type GivenAnswer = {
  readonly status: number;
  readonly answer: unknown;
  readonly isReplayed: boolean;
};

type Once = {
  /** Null: the sender gave the delivery no key. */
  readonly receipt: ReceiptRequest | null;
  /** Told of an answer that could not be kept. */
  readonly onForgotten: (error: unknown) => void;
};

/**
 * Makes a delivery unless the same one was made before, whose answer is given again then. Throws Refused when it is under way (409) or when
 * its key was that of another one (422).
 *
 * Only what was delivered is kept. A refusal has changed nothing, and whoever mends its cause (an access, a register that was missing, the
 * file) sends it again under the same key. When the process ends between publishing and keeping the answer, the next attempt
 * delivers the same file again, and the store answers that nothing changes.
 */
export async function deliverOnce(
  store: Store,
  { receipt: wanted, onForgotten }: Once,
  deliver: () => Promise<Omit<GivenAnswer, 'isReplayed'>>,
): Promise<GivenAnswer> {
  if (wanted === null) return { ...(await deliver()), isReplayed: false };
  const known = await takeReceipt(store, wanted);
  if (known.state === 'ANSWERED') {
    return { status: known.status, answer: known.answer, isReplayed: true };
  }
  if (known.state === 'IN_PROGRESS') throw sameUnderWay();
  if (known.state === 'OTHER_REQUEST') {
    const message = `"${wanted.key}" was the key of another delivery (another file, plug-in or input): give this one a key of its own`;
    throw refused(422, message, { field: 'Idempotency-Key' });
  }
  const { receipt } = known;
  const given = await deliver().catch(async (error: unknown) => {
    await giveUpReceipt(store, receipt).catch(onForgotten);
    throw error;
  });
  await keepAnswer(store, receipt, given).catch(onForgotten);
  return { ...given, isReplayed: false };
}
