import { type ActorRow, actorsByKey } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type ActorLoader = DataLoader<string, ActorRow | null>;

/** Loads actors by their keys; null for an unknown one. */
export function actorLoader({ db }: Reading): ActorLoader {
  return new DataLoader((keys) => actorsByKey(db, keys));
}
