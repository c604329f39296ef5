import type { DeliveredObservation } from '@kreisweit/domain';
import type { Finding } from '../long/long-table.ts';
import type { ReadingAccount } from './reading-account.ts';

/**
 * How a file is read into observations. `batches` yields about ten thousand at a time and throws InputProblems at the end
 * when anything is wrong: what was yielded before must then be thrown away. `account` and `findings` are complete after
 * the last batch.
 */
export type Reading = {
  readonly batches: () => AsyncIterable<readonly DeliveredObservation[]>;
  readonly account: () => ReadingAccount;
  readonly findings: () => readonly Finding[];
};
