import type { Problem } from '@kreisweit/domain';

/** The order in which the problems of a file are told: by line, and first what concerns the whole file. */
export function byLine(one: Problem, other: Problem): number {
  return (one.line ?? 0) - (other.line ?? 0);
}
