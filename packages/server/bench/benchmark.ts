import type { BenchServer } from './bench-server.ts';

/** What a ratio should be. It is reported whether it is; nothing fails. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/**
 * A ratio against a limit that was measured in the same run. `ratios` are those of the rounds, `what` says what is
 * divided by what, `details` are lines with the absolute figures behind it.
 */
export type Measured = {
  readonly what: string;
  readonly aim: Aim;
  readonly ratios: readonly number[];
  readonly details: readonly string[];
};

/** One benchmark. `prepare` of the server gives it the databases that it needs. */
export type Benchmark = {
  readonly name: string;
  readonly run: (server: BenchServer) => Promise<readonly Measured[]>;
};
