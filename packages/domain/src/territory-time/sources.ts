import type { Shares } from './shares.ts';

/** A territory of an earlier (or later) state with its share in the one that was asked for. */
export type SourceShare = { readonly source: string; readonly shares: Shares };

/** Why nobody can say what a territory consisted of. */
export type BoundaryGap =
  /** No list of changes and no crosswalk reaches from one day to the other. */
  | 'NO_CHANGES_KNOWN'
  /** Several territories became several others in between, and the sources do not say which became which. */
  | 'AMBIGUOUS'
  /** The territory became part of a larger one, which is not divided again. */
  | 'MERGED_SINCE';

/**
 * Why nobody can say what a territory consisted of, with the territories that became the same: those of the state of
 * the territory (`here`) and those of the state that was asked for (`there`).
 */
export type UnknownSources = {
  readonly gap: BoundaryGap;
  readonly here: readonly string[];
  readonly there: readonly string[];
};

/** What a territory consists of: the territories of a state with their shares in it, or why nobody can say. */
export type Sources = readonly SourceShare[] | UnknownSources;

/** True where it is known what a territory consists of. */
export function isKnown(sources: Sources): sources is readonly SourceShare[] {
  return Array.isArray(sources);
}

/** The answer where no source reaches from one day to the other. */
export const NOTHING_KNOWN: UnknownSources = Object.freeze({ gap: 'NO_CHANGES_KNOWN', here: [], there: [] });
