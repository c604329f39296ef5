import { type DecisionInPage, type DecisionsFilter, decisionsPage, type KeyedPage } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

/** A page of the decisions of one district; `drafts`: with what was never public. */
export type DecisionPageRequest = DecisionsFilter & {
  readonly district: string;
  readonly drafts: boolean;
  readonly first: number;
  readonly after: string | null;
};

export type DecisionPageLoader = DataLoader<DecisionPageRequest, KeyedPage<DecisionInPage>, string>;

/** Loads pages of the joint decisions of districts: those that ask the same of several districts take one statement. */
export function decisionPageLoader({ db }: Reading): DecisionPageLoader {
  return new DataLoader<DecisionPageRequest, KeyedPage<DecisionInPage>, string>(
    async (requests) => {
      const groups = [...Map.groupBy(requests, questionOf).values()];
      const answered = new Map<DecisionPageRequest, KeyedPage<DecisionInPage>>();
      for (const group of groups) {
        const [{ states, text, party, first, after } = NOTHING] = group;
        const pages = await decisionsPage(db, { districts: group, states, text, party, first, after });
        for (const [index, request] of group.entries()) answered.set(request, pages[index] ?? EMPTY);
      }
      return requests.map((request) => answered.get(request) ?? EMPTY);
    },
    { cacheKeyFn: (request) => JSON.stringify(request) },
  );
}

function questionOf({ district, drafts, ...question }: DecisionPageRequest): string {
  return JSON.stringify(question);
}

const EMPTY: KeyedPage<DecisionInPage> = { rows: [], total: 0, hasNext: false };
const NOTHING = { states: null, text: null, party: null, first: 1, after: null };
