import type { Recommendation } from '@kreisweit/domain';
import { recommendations } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type RecommendationLoader = DataLoader<string, Recommendation | null>;

/** Loads recommendations by their keys; null for an unknown one. They are few, so all are read at once. */
export function recommendationLoader({ db }: Reading): RecommendationLoader {
  return new DataLoader(async (keys) => {
    const byKey = new Map((await recommendations(db, null)).map((each) => [each.key, each]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}
