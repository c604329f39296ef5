import { type ActorRow, type ActorsQuery, actorsPages, type KeyedPage } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type ActorPageLoader = DataLoader<ActorsQuery, KeyedPage<ActorRow>, string>;

/** Loads pages of actors: those of all districts and umbrella organisations that are asked for at the same time in one statement. */
export function actorPageLoader({ db, dataVersion }: Reading): ActorPageLoader {
  return new DataLoader<ActorsQuery, KeyedPage<ActorRow>, string>(
    async (requests) => actorsPages(db, { asOf: (await dataVersion()).number, requests }),
    { cacheKeyFn },
  );
}

function cacheKeyFn({ filter, first, after }: ActorsQuery): string {
  const { territory, district, ...rest } = filter;
  return JSON.stringify([rest, territory?.factsId, district?.factsId, first, after]);
}
