import type { Period } from '../period/period.ts';
import type { AppliedRule } from './applied-rule.ts';

/**
 * A value that a rule read. `isStored`: it does not stand in the file that is checked. `isOwnCount`: it is an own count of
 * persons, of which not every value may become known.
 */
export type FoundValue = {
  readonly measure: string;
  readonly period: Period;
  readonly breakdown: string;
  readonly value: number;
  readonly isStored: boolean;
  readonly isOwnCount: boolean;
};

/**
 * Values that break a rule. `territory` is the key as it was delivered, `breakdown` a breakdown key, `values` stand in the order
 * of the rule's slots (see `slotsOf`); `line` and `column` say where the first of them stands that is in the file, null where
 * that is not known.
 */
export type PlausibilityFinding = {
  readonly rule: AppliedRule;
  readonly territory: string;
  readonly period: Period;
  readonly breakdown: string;
  readonly measure: string;
  readonly values: readonly FoundValue[];
  readonly line: number | null;
  readonly column: number | null;
};

/** Whether a finding is about own counts of persons, so that only the one who delivers the file may be told of it. */
export function isAboutOwnCounts({ values }: Pick<PlausibilityFinding, 'values'>): boolean {
  return values.some(({ isOwnCount }) => isOwnCount);
}
