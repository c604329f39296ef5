import { type ActorRow, type ActorsQuery, actorsPages, actorTopics, type KeyedPage } from '@kreisweit/store';
import DataLoader from 'dataloader';
import { didYouMean } from '../error/did-you-mean.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import type { Reading } from './create-loaders.ts';

export type ActorPageLoader = DataLoader<ActorsQuery, KeyedPage<ActorRow>, string>;

/**
 * Loads pages of actors: those of all districts and umbrella organisations that are asked for at the same time in one statement. Where a topic
 * finds nobody, a second one tells whether anybody anywhere works on it: an InvalidArgument where nobody does.
 */
export function actorPageLoader({ db, dataVersion }: Reading): ActorPageLoader {
  return new DataLoader<ActorsQuery, KeyedPage<ActorRow>, string>(
    async (requests) => {
      const pages = await actorsPages(db, { asOf: (await dataVersion()).number, requests });
      const isDoubtful = requests.some(({ filter }, index) => filter.topic !== null && isEmpty(pages[index]));
      if (!isDoubtful) return pages;
      const topics = await actorTopics(db);
      return pages.map((page, index) => {
        const topic = requests[index]?.filter.topic ?? null;
        return topic === null || !isEmpty(page) || topics.includes(topic)
          ? page
          : unknownTopic(topic, topics);
      });
    },
    { cacheKeyFn },
  );
}

function isEmpty(page: KeyedPage<ActorRow> | undefined): boolean {
  return page === undefined || page.total === 0;
}

function unknownTopic(topic: string, topics: readonly string[]): InvalidArgument {
  const near = didYouMean(
    topic,
    topics,
    'The query { actors { nodes { topics } } } lists what they work on.',
  );
  return new InvalidArgument('topic', `No actor works on a topic '${topic}'.${near}`);
}

function cacheKeyFn({ filter, first, after }: ActorsQuery): string {
  const { territory, district, ...rest } = filter;
  return JSON.stringify([rest, territory?.factsId, district?.factsId, first, after]);
}
