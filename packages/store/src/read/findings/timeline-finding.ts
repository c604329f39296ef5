/**
 * What does not fit together among registers, lists of changes and crosswalks.
 *
 * Differences between two consecutive registers that no list and no crosswalk explains:
 * - VANISHED, APPEARED: only the earlier, only the later one shows it;
 * - RENAMED, REDESIGNATED (another Textkennzeichen), MOVED_ASSOCIATION: the later one shows it otherwise.
 *
 * Contradictions:
 * - DISSOLVED_BUT_SHOWN: a register or crosswalk shows what a list says was gone by then;
 * - SUCCESSOR_NOT_SHOWN: no later register or crosswalk shows where a list says that something went;
 * - NOT_IN_CROSSWALK, NOT_IN_REGISTER: of the same day, only the register, only the crosswalk shows it;
 * - OTHER_TARGETS, OTHER_SHARES: a list and a crosswalk of one year let it go elsewhere, or by other shares.
 */
export const findingKinds = Object.freeze([
  'VANISHED',
  'APPEARED',
  'RENAMED',
  'REDESIGNATED',
  'MOVED_ASSOCIATION',
  'DISSOLVED_BUT_SHOWN',
  'SUCCESSOR_NOT_SHOWN',
  'NOT_IN_CROSSWALK',
  'NOT_IN_REGISTER',
  'OTHER_TARGETS',
  'OTHER_SHARES',
] as const);

/** One of {@link findingKinds}. */
export type FindingKind = (typeof findingKinds)[number];

/**
 * One finding about a territory. `from` and `until` are the days (ISO) between which it lies; equal for a single day.
 * `before` and `after` say what the two `sources` (files, the earlier or the list first) show, null where one shows nothing.
 */
export type TimelineFinding = {
  readonly kind: FindingKind;
  readonly territoryKind: string;
  readonly key: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly sources: readonly string[];
};
