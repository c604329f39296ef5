import { type BodyOnDay, bodyAddressText, lastHeldOf } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Reading } from './create-loaders.ts';

export type LastHeldLoader = DataLoader<BodyOnDay, string | null, string>;

/** Loads when bodies last met until a day; null where they never did. */
export function lastHeldLoader({ db }: Reading): LastHeldLoader {
  return new DataLoader((requests) => lastHeldOf(db, requests), {
    cacheKeyFn: (request) => `${bodyAddressText(request)} ${request.on}`,
  });
}
