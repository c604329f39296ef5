import type { Problem } from '@kreisweit/domain';
import { legibleProblems } from './legible-problems.ts';

/** Collects what is wrong with an input, to tell it at once. */
export type ProblemList = {
  readonly add: (problem: Problem) => void;
  readonly isEmpty: () => boolean;
  /** Throws InputProblems with everything that was added. */
  readonly throwIfAny: () => void;
};

/** Beyond this the file is not what it claims to be, and reading on would only fill the memory. */
const MOST = 10_000;

/** A list of problems of one input; `what` begins the message (`12411.csv cannot be read`). */
export function problemList(what: string): ProblemList {
  const problems: Problem[] = [];
  const throwIfAny = (): void => {
    if (problems.length > 0) throw legibleProblems(what, problems);
  };
  return {
    add: (problem) => {
      problems.push(problem);
      if (problems.length >= MOST) throwIfAny();
    },
    isEmpty: () => problems.length === 0,
    throwIfAny,
  };
}
