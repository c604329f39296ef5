import type { Measure } from '../catalogue/measure.ts';
import type { LocalisedText } from '../localised-text.ts';
import { breakdownKey, parseBreakdownKey } from '../observation/breakdown.ts';
import { dimensionOf } from '../observation/dimensions.ts';
import type { PlausibilityCheck, PlausibilityRule } from './plausibility-rule.ts';

/**
 * That the categories of a dimension add up to the total of the measure, whatever the rest of the breakdown; with a `bound`, only
 * that their sum is not more than the total (`atMost`) or not less (`atLeast`).
 */
export type PartitionCheck = {
  readonly partition: string;
  readonly bound?: 'atMost' | 'atLeast';
  readonly dimension: string;
  readonly categories: readonly string[];
};

/** A rule as it is checked: declared by a plug-in, or implied by a dimension that is a partition. */
export type AppliedRule = Omit<PlausibilityRule, 'check'> & {
  readonly check: PlausibilityCheck | PartitionCheck;
};

/**
 * One value that a rule reads. `yearsBefore` is 1 for the value with which a change compares; `category` is null for the
 * breakdown of the instance itself, else the one that is added to it.
 */
export type RuleSlot = {
  readonly measure: string;
  readonly yearsBefore: 0 | 1;
  readonly category: string | null;
};

/**
 * The rules that are checked where figures of a measure are delivered, one for each of its dimensions that is a partition.
 * Where the figures add up by declaration only: an average, a rate or a median by sex is no sum. An official table is passed
 * through with a warning. Of own counts more persons in the categories than in all is an error; fewer is a warning, for of
 * some the category may not be known.
 */
export function partitionRules(measure: Measure): readonly AppliedRule[] {
  if (measure.rollup !== 'sum' || measure.additivity !== 'exact') return [];
  return measure.dimensions.flatMap((key): readonly AppliedRule[] => {
    const dimension = dimensionOf(key);
    if (dimension?.kind !== 'partition') return [];
    const categories = dimension.categories.map((category) => category.key);
    const check = { partition: measure.key, dimension: key, categories };
    const named = { key: `${measure.key}:${key}`, note: null } as const;
    if (typeof measure.disclosure !== 'object') {
      return [{ ...named, title: ADD_UP, severity: 'warning', check }];
    }
    return [
      { ...named, title: NOT_MORE, severity: 'error', check: { ...check, bound: 'atMost' } },
      { ...named, title: ALL_PLACED, severity: 'warning', check: { ...check, bound: 'atLeast' } },
    ];
  });
}

const ADD_UP: LocalisedText = Object.freeze({
  de: 'Die Kategorien ergeben zusammen den Gesamtwert',
  en: 'The categories add up to the total',
});
const NOT_MORE: LocalisedText = Object.freeze({
  de: 'Die Kategorien ergeben zusammen nicht mehr als den Gesamtwert',
  en: 'The categories are together not more than the total',
});
const ALL_PLACED: LocalisedText = Object.freeze({
  de: 'Jede Person ist in einer Kategorie',
  en: 'Everybody is in one of the categories',
});

/** What a rule reads; the first value is the one that a finding points at. */
export function slotsOf(check: AppliedRule['check']): readonly RuleSlot[] {
  if ('partition' in check) {
    const total = slot(check.partition);
    return [total, ...check.categories.map((category) => ({ ...total, category }))];
  }
  if ('sum' in check) return [check.equals, ...check.sum].map(slot);
  if ('atMost' in check) return check.atMost.map(slot);
  if ('range' in check) return [slot(check.range)];
  return [slot(check.change), { ...slot(check.change), yearsBefore: 1 }];
}

function slot(measure: string): RuleSlot {
  return { measure, yearsBefore: 0, category: null };
}

/** The breakdown key under which a slot is read where the instance has the given one. */
export function slotBreakdown(check: AppliedRule['check'], { category }: RuleSlot, instance: string): string {
  if (category === null || !('partition' in check)) return instance;
  return breakdownKey({ ...parseBreakdownKey(instance), [check.dimension]: category });
}

/**
 * By which part of itself a value may differ and still be equal: counts compare exactly, all else within 1e-9 (a mean of
 * counts over a period has decimals too).
 */
export function slackOf(measures: readonly Pick<Measure, 'unit' | 'reference'>[]): number {
  const isExact = measures.every(
    ({ unit, reference }) => ['person', 'household', 'count'].includes(unit) && !('mean' in reference),
  );
  return isExact ? 0 : 1e-9;
}
