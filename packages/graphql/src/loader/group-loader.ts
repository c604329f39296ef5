import { type GroupDeclaration, groupDeclarations } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type GroupLoader = DataLoader<number, GroupDeclaration>;

/** Loads what was declared about groups, by their internal ids: titles, categories and sources at once. */
export function groupLoader({ db, dataVersion }: Reading): GroupLoader {
  return new DataLoader(async (ids) => {
    const found = await groupDeclarations(db, { asOf: (await dataVersion()).number, ids });
    return found.map((declaration) => declaration ?? new Error('a group has no declaration'));
  });
}
