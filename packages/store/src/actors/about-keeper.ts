import type { About } from '../access/about.ts';

/** What an entry in the directory of actors is about: the district that keeps it; where none does, everything. */
export function aboutKeeper(district: string | null): About {
  return district === null ? { kind: 'everything' } : { kind: 'territory', key: district };
}
