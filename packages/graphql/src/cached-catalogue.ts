import { type CatalogueAt, catalogueAt, type Store } from '@kreisweit/store';

/** Readers stand on the latest version and now and then on one that a report was printed from. */
const KEPT = 8;

const caches = new WeakMap<Store['db'], Map<number, Promise<CatalogueAt>>>();

/** The catalogue of a published data version. It never changes, so it is read once for each database. */
export function cachedCatalogue(db: Store['db'], version: number): Promise<CatalogueAt> {
  const cache = caches.get(db) ?? new Map<number, Promise<CatalogueAt>>();
  caches.set(db, cache);
  const known = cache.get(version);
  if (known !== undefined) return known;

  const read = catalogueAt(db, version);
  cache.set(version, read);
  read.catch(() => cache.delete(version));
  const [oldest] = cache.keys();
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest);
  return read;
}
