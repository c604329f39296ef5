import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { BoundaryFormat } from '@kreisweit/graphql';
import { type BoundarySetRow, boundaryGeojson, boundaryTopology, type Store } from '@kreisweit/store';

/** One file of boundaries as it is sent, plain and compressed. */
export type BoundaryBody = { readonly plain: Buffer; readonly zipped: Buffer };

/** Files that are kept: all levels of two days in both forms, a few megabytes each at most. */
const KEPT = 20;

/** Answers the file that a hash names in a form, null where there is none. */
export type BoundaryBodies = (
  store: Store,
  set: Pick<BoundarySetRow, 'level' | 'contentHash'> & { readonly asOf: number },
  format: BoundaryFormat,
) => Promise<BoundaryBody | null>;

/** Makes files of boundaries, and keeps the latest: what a hash names never changes, and compressing it takes longest. */
export function boundaryBodies(): BoundaryBodies {
  const kept = new Map<string, Promise<BoundaryBody | null>>();
  return async (store, { asOf, level, contentHash }, format) => {
    const name = `${level} ${contentHash} ${format}`;
    const body = kept.get(name) ?? makeBody();
    // The one that was used last stands last.
    kept.delete(name);
    kept.set(name, body);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    const forget = () => {
      if (kept.get(name) === body) kept.delete(name);
    };
    const found = await body.catch((error: unknown) => {
      forget();
      throw error;
    });
    // It may come with a later data version.
    if (found === null) forget();
    return found;

    async function makeBody(): Promise<BoundaryBody | null> {
      const topology = await boundaryTopology(store.db, { asOf, level, contentHash });
      if (topology === null) return null;
      const plain = Buffer.from(format === 'geojson' ? boundaryGeojson(topology) : topology);
      return { plain, zipped: await promisify(gzip)(plain) };
    }
  };
}
