import { type TargetProgress, type TargetState, targetStates } from './target-progress.ts';

/** How many targets stand how. They add up to `total`. */
export type TargetCounts = Readonly<Record<TargetState, number>> & { readonly total: number };

/** Counts targets by how they stand. */
export function targetCounts(progress: readonly Pick<TargetProgress, 'state'>[]): TargetCounts {
  const counts = targetStates.map((state) => [state, progress.filter((one) => one.state === state).length]);
  return { ...(Object.fromEntries(counts) as Record<TargetState, number>), total: progress.length };
}
