/**
 * A delivery that its sender may send twice. `identity` is who delivers (the id of the principal), `key` the sender's name for it, and
 * `requestHash` says what it is: a hash over the plug-in, the input and the bytes of the file.
 */
export type ReceiptRequest = {
  readonly identity: string;
  readonly key: string;
  readonly requestHash: string;
};

/** A receipt that is ours to finish. `takenAt` (ISO) tells it from one that was taken over since. */
export type TakenReceipt = Pick<ReceiptRequest, 'identity' | 'key'> & { readonly takenAt: string };

/**
 * What is known of a delivery that is to be made only once: it is ours to make now; it was made, and what was answered then; it is
 * being made; or its key was given to another delivery.
 */
export type Receipt =
  | { readonly state: 'TAKEN'; readonly receipt: TakenReceipt }
  | { readonly state: 'ANSWERED'; readonly status: number; readonly answer: unknown }
  | { readonly state: 'IN_PROGRESS' }
  | { readonly state: 'OTHER_REQUEST' };
