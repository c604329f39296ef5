import type { GroupCategory, LocalisedText, TerritoryKey } from '@kreisweit/domain';
import type { GroupProblem } from './group-problems.ts';

/** A district or municipality that belongs to a group. */
export type DeclaredMember = TerritoryKey & {
  /** The key as written. */
  readonly written: string;
  /** From a day to a day (ISO, both included; `until` null = without an end); null where they could not be read. */
  readonly days: { readonly from: string; readonly until: string | null } | null;
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
 *
 * `problems` is what is wrong with the file itself. With any, it is not imported; `importGroups` tells them together with
 * what only the store knows.
 */
export type GroupFile = {
  readonly file: string;
  readonly sources: readonly string[];
  readonly groups: readonly DeclaredGroup[];
  readonly problems: readonly GroupProblem[];
};
