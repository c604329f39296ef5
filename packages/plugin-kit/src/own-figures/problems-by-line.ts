import type { Problem } from '@kreisweit/domain';
import { type ProblemList, problemList } from '../input/problem-list.ts';

const MOST = 10_000;

/** A list of problems that tells them in the order of the file's lines, as a person mends them. */
export function problemsByLine(what: string): ProblemList {
  const found: Problem[] = [];
  const throwIfAny = (): void => {
    const sorted = problemList(what);
    for (const problem of found.toSorted(byLine)) sorted.add(problem);
    sorted.throwIfAny();
  };
  return {
    add: (problem) => {
      found.push(problem);
      if (found.length >= MOST) throwIfAny();
    },
    isEmpty: () => found.length === 0,
    throwIfAny,
  };
}

function byLine(one: Problem, other: Problem): number {
  if (one.file !== other.file) return (one.file ?? '') < (other.file ?? '') ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}
