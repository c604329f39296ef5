import type { LocalisedText } from '../localised-text.ts';
import type { MemberCondition } from '../measure/member-condition.ts';
import type { Disclosure, OverTime, Rollup } from '../measure/rollup.ts';
import type { UnitKey } from '../measure/unit.ts';
import type { Period } from '../period/period.ts';
import type { Reference } from '../period/reference.ts';

/** Whether members add up to the total: exactly, each rounded, perturbed by the institute, or across borders. */
export type Additivity = 'exact' | 'rounded' | 'perturbed' | 'crossBorder';

/** A change of method: values from this period on cannot be compared with earlier ones. */
export type MethodBreak = { readonly from: Period; readonly reason: LocalisedText };

/**
 * A quantity that is observed and adds up by a declared rule (Merkmal). `key` is `<plug-in>/<measure>`, `statistic`
 * the key of its statistic, `dimensions` the breakdowns it is delivered by.
 *
 * A measure with `countOf` is not delivered: each municipality counts as 1 where it meets the condition and as 0 where it
 * does not, and these add up (`rollup` is `sum`). A value is the number of municipalities, also above the district.
 */
export type Measure = {
  readonly key: string;
  readonly plugin: string;
  readonly statistic: string;
  readonly title: LocalisedText;
  readonly unit: UnitKey;
  readonly rollup: Rollup;
  readonly countOf?: MemberCondition;
  /** `notAvailable`: a `-` is never a zero, as of rates, which no institute leaves to a dash when they are zero. */
  readonly dash?: 'notAvailable';
  readonly overTime: OverTime;
  readonly reference: Reference;
  readonly disclosure: Disclosure;
  readonly additivity: Additivity;
  readonly apportionBy: 'population' | 'area' | 'employment' | 'none';
  readonly reportedAt: 'municipality' | 'association' | 'district';
  readonly dimensions: readonly string[];
  readonly breaks: readonly MethodBreak[];
  readonly revision: number;
};
