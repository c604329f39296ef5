import type { GroupCategory, LocalisedText, TerritoryKey } from '@kreisweit/domain';

/** A district or municipality that belongs to a group from a day to a day (ISO, both included; null = without an end). */
export type DeclaredMember = TerritoryKey & {
  /** The key as written. */
  readonly written: string;
  readonly from: string;
  readonly until: string | null;
  /** Where in the file it stands: `groups[0].members[2]`. */
  readonly field: string;
};

/** A free group of territories as a file declares it. */
export type DeclaredGroup = {
  readonly key: string;
  readonly title: LocalisedText;
  readonly category: GroupCategory;
  /** Who declares it. */
  readonly source: string;
  readonly members: readonly DeclaredMember[];
  /** Where in the file it stands: `groups[0]`. */
  readonly field: string;
};

/**
 * A file of groups. It is the whole truth of the `sources` that it names: a group that one of them declared before and
 * does not declare here is withdrawn.
 */
export type GroupFile = {
  readonly file: string;
  readonly sources: readonly string[];
  readonly groups: readonly DeclaredGroup[];
};
