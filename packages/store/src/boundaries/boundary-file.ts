import type { BoundaryLevel } from './boundary-level.ts';

/** Whose boundaries these are and since when. */
export type Attribution = {
  /** The day whose boundaries these are, ISO. */
  readonly validOn: string;
  /** Who is to be named, as the licence demands it: `© GeoBasis-DE / BKG 2021`. */
  readonly source: string;
  readonly licence: string;
};

/** The boundaries of one level, ready to be stored and served. */
export type BoundarySet = {
  readonly level: BoundaryLevel;
  /** The keys of its territories, sorted. */
  readonly keys: readonly string[];
  /** Keys of territories that share a piece of border, each pair once, the lower key first. */
  readonly neighbours: readonly (readonly [string, string])[];
  /** What was done to the coordinates, which licences want to be said; null for nothing. */
  readonly changes: string | null;
  /** The points of its topology. */
  readonly points: number;
  /** The TopoJSON as it is served; it names its source. */
  readonly topology: string;
  /** Changes with every byte of the topology; 16 hexadecimal digits. */
  readonly contentHash: string;
};

/** What a file of boundaries holds: one set for each level in it. `file` is its base name. */
export type BoundaryFile = Attribution & { readonly file: string; readonly sets: readonly BoundarySet[] };
