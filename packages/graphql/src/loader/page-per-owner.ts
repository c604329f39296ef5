import type { KeyedPage } from '@kreisweit/store';
import DataLoader from 'dataloader';

/** A page of what belongs to an owner (a district, a body): `question` is all that is asked of it. */
export type PageRequest<Owner, Question> = { readonly owner: Owner; readonly question: Question };

export type PageLoader<Owner, Question, Row> = DataLoader<
  PageRequest<Owner, Question>,
  KeyedPage<Row>,
  string
>;

/** Makes a loader of pages: those that ask the same of several owners take one call of `load`, which answers in their order. */
export function pagePerOwner<Owner, Question, Row>(
  load: (owners: readonly Owner[], question: Question) => Promise<readonly KeyedPage<Row>[]>,
): PageLoader<Owner, Question, Row> {
  return new DataLoader<PageRequest<Owner, Question>, KeyedPage<Row>, string>(
    async (requests) => {
      const groups = Map.groupBy(requests, ({ question }) => JSON.stringify(question));
      const answered = new Map<PageRequest<Owner, Question>, KeyedPage<Row>>();
      for (const group of groups.values()) {
        const [first] = group;
        if (first === undefined) continue;
        const pages = await load(
          group.map(({ owner }) => owner),
          first.question,
        );
        for (const [index, request] of group.entries()) answered.set(request, pages[index] ?? EMPTY);
      }
      return requests.map((request) => answered.get(request) ?? EMPTY);
    },
    { cacheKeyFn: (request) => JSON.stringify(request) },
  );
}

const EMPTY: KeyedPage<never> = Object.freeze({ rows: [], total: 0, hasNext: false });
