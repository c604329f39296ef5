import type { Shares } from './shares.ts';

/**
 * What part of `source`, as it stood on the days `from` to `until` (ISO), lies in `target`. Keys are those of one kind
 * of territory.
 */
export type Transfer = {
  readonly source: string;
  readonly target: string;
  readonly from: string;
  readonly until: string;
  readonly shares: Shares;
};

/**
 * A crosswalk (Umsteigeschlüssel): for each of its `days` all territories, with their shares in the territories of the
 * day `on`. One that stayed as it was stands in it too.
 */
export type CrosswalkTable = {
  readonly days: readonly string[];
  readonly on: string;
  readonly transfers: readonly Transfer[];
};

/** One territory (or part of one) that became (part of) another on a day; what is not listed stayed as it was. */
export type ChangeStep = {
  readonly source: string;
  readonly target: string;
  readonly on: string;
  readonly shares: Shares;
};

/** A list of all changes of the days `from` to `until`. */
export type ChangeTable = {
  readonly from: string;
  readonly until: string;
  readonly steps: readonly ChangeStep[];
};

/**
 * From when until when a territory counts as live, as far as all sources together say; null = open. ISO, inclusive.
 * `inhabited` is false for an area without inhabitants, which never reports.
 */
export type Life = {
  readonly from: string | null;
  readonly until: string | null;
  readonly inhabited?: boolean;
};

/** All that was imported about the boundaries of one kind of territory (municipalities or districts). */
export type BoundaryKnowledge = {
  readonly crosswalks: readonly CrosswalkTable[];
  readonly changeLists: readonly ChangeTable[];
  /** The days of the registers. */
  readonly registerDays: readonly string[];
  readonly lives: ReadonlyMap<string, Life>;
};
