import type { Problem } from '@kreisweit/domain';
import type { ProblemList } from './problem-list.ts';

/** Problems that many rows share: each is told once, with its first place and the number of the others. */
export type RepeatedProblems = {
  /** `key` says which problems are the same. */
  readonly add: (key: string, problem: Problem) => void;
  readonly isEmpty: () => boolean;
  /** Hands everything over to the list of problems. */
  readonly flush: () => void;
};

/** More kinds than a list of problems takes: they are handed over, and the list stops the reading. */
const MOST_KINDS = 10_000;

/** Collects what is wrong with many rows in the same way, for a list of problems. */
export function repeatedProblems(problems: ProblemList): RepeatedProblems {
  const found = new Map<string, { readonly problem: Problem; count: number }>();
  const flush = (): void => {
    for (const { problem, count } of found.values()) {
      const more = count === 1 ? '' : ` (and in ${count - 1} more ${count === 2 ? 'row' : 'rows'})`;
      problems.add({ ...problem, message: problem.message + more });
    }
    found.clear();
  };
  return {
    add: (key, problem) => {
      const known = found.get(key);
      if (known !== undefined) {
        known.count += 1;
        return;
      }
      found.set(key, { problem, count: 1 });
      if (found.size >= MOST_KINDS) flush();
    },
    isEmpty: () => found.size === 0,
    flush,
  };
}
