import type { BenchServer } from './bench-server.ts';

/** What a ratio should be. Whether it is so is reported; nothing fails. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/**
 * A ratio against a limit that was measured in the same run: `what` says what is divided by what, `ratios` holds one
 * for each round, `details` are lines with the absolute figures behind them.
 */
export type Measured = {
  readonly what: string;
  readonly aim: Aim;
  readonly ratios: readonly number[];
  readonly details: readonly string[];
};

/** One benchmark; the server gives it the databases that it needs. */
export type Benchmark = {
  readonly name: string;
  readonly run: (server: BenchServer) => Promise<Measured>;
};
