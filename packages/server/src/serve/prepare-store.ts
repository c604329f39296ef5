import { summaryRecommendations } from '@kreisweit/domain';
import { type Store, saveRecommendations } from '@kreisweit/store';
import { loadDemo } from '../demo/load-demo.ts';
import { needsDemo } from '../demo/needs-demo.ts';

export type PrepareOptions = {
  /** False: an empty store stays empty. */
  readonly demo: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((title: string) => void) | undefined;
};

/** Puts into a store what every server has: the recommendations, and the demo where there is nothing else. */
export async function prepareStore(store: Store, { demo, signal, onStep }: PrepareOptions): Promise<void> {
  signal?.throwIfAborted();
  await saveRecommendations(store, summaryRecommendations);
  if (!demo || !(await needsDemo(store))) return;
  onStep?.('loading the demo data of three districts');
  await loadDemo(store, { signal });
}
