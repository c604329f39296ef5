/**
 * What became of the values of a file: each is delivered, or skipped for a reason that people are told. `values` is
 * the sum of both; a value that two mappings take for two measures counts twice.
 */
export type ReadingAccount = {
  readonly rows: number;
  readonly values: number;
  readonly delivered: number;
  readonly skipped: readonly { readonly reason: string; readonly values: number }[];
};

/** Keeps the account of a file while it is read. */
export type AccountKeeper = {
  readonly row: () => void;
  readonly deliver: (values: number) => void;
  readonly skip: (reason: string, values: number) => void;
  readonly account: () => ReadingAccount;
};

/** More reasons than anybody reads: those after them are counted together. */
const MOST_REASONS = 200;
const OTHERS = 'other reasons like these';

/** An empty account. */
export function accountKeeper(): AccountKeeper {
  const skipped = new Map<string, number>();
  let rows = 0;
  let delivered = 0;
  return {
    row: () => {
      rows += 1;
    },
    deliver: (values) => {
      delivered += values;
    },
    skip: (reason, values) => {
      if (values === 0) return;
      const named = skipped.has(reason) || skipped.size < MOST_REASONS ? reason : OTHERS;
      skipped.set(named, (skipped.get(named) ?? 0) + values);
    },
    account: () => ({
      rows,
      values: [...skipped.values()].reduce((sum, values) => sum + values, delivered),
      delivered,
      skipped: [...skipped].map(([reason, values]) => ({ reason, values })),
    }),
  };
}
