import { type ConceptsOnDay, conceptsInForce, type StoredConcept } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type ConceptsInForceLoader = DataLoader<ConceptsOnDay, readonly StoredConcept[], string>;

/** Loads the versions of concepts that are in force in districts on their days. */
export function conceptsInForceLoader({ db }: Reading): ConceptsInForceLoader {
  return new DataLoader((requests) => conceptsInForce(db, { requests }), {
    cacheKeyFn: ({ district, on }) => `${district} ${on}`,
  });
}
