import { type ConceptAddress, conceptsByAddress, conceptText, type StoredConcept } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type ConceptLoader = DataLoader<ConceptAddress, StoredConcept | null, string>;

/** Loads versions of concepts by their addresses, drafts too: whoever asks checks who may see them. */
export function conceptLoader({ db }: Reading): ConceptLoader {
  return new DataLoader((addresses) => conceptsByAddress(db, addresses), { cacheKeyFn: conceptText });
}
