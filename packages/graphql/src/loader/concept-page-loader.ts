import { type ConceptInPage, conceptsPage, type KeyedPage } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

/** A page of the versions of the concepts of one district (its key); `drafts`: with its drafts. */
export type ConceptPageRequest = {
  readonly district: string;
  readonly drafts: boolean;
  readonly first: number;
  readonly after: string | null;
};

export type ConceptPageLoader = DataLoader<ConceptPageRequest, KeyedPage<ConceptInPage>, string>;

/** Loads pages of the concepts of districts: those that ask the same of several districts take one statement. */
export function conceptPageLoader({ db }: Reading): ConceptPageLoader {
  return new DataLoader<ConceptPageRequest, KeyedPage<ConceptInPage>, string>(
    async (requests) => {
      const answered = new Map<ConceptPageRequest, KeyedPage<ConceptInPage>>();
      const groups = Map.groupBy(requests, ({ first, after }) => JSON.stringify({ first, after }));
      for (const group of groups.values()) {
        const [{ first, after } = NOTHING] = group;
        const pages = await conceptsPage(db, { districts: group, first, after });
        for (const [index, request] of group.entries()) answered.set(request, pages[index] ?? EMPTY);
      }
      return requests.map((request) => answered.get(request) ?? EMPTY);
    },
    { cacheKeyFn: (request) => JSON.stringify(request) },
  );
}

const EMPTY: KeyedPage<ConceptInPage> = { rows: [], total: 0, hasNext: false };
const NOTHING = { first: 1, after: null };
