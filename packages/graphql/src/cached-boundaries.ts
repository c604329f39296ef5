import { type BoundaryPlans, boundaryPlans, type Store } from '@kreisweit/store';

/** Histories of so many data versions are kept: a few megabytes each. */
const KEPT = 2;

const caches = new WeakMap<Store['db'], Map<number, Promise<BoundaryPlans>>>();

/** The plans of a published data version. Its boundaries never change, so they are read once for each database. */
export function cachedBoundaries(db: Store['db'], version: number): Promise<BoundaryPlans> {
  const cache = caches.get(db) ?? new Map<number, Promise<BoundaryPlans>>();
  caches.set(db, cache);
  const known = cache.get(version);
  if (known !== undefined) return known;
  const read = boundaryPlans(db, version);
  cache.set(version, read);
  read.catch(() => cache.delete(version));
  const [oldest] = cache.keys();
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest);
  return read;
}
