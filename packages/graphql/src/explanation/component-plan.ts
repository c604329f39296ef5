import { type Measure, measureInputsOf, type Period, periodRead, ruleOverTime } from '@kreisweit/domain';
import type { CatalogueAt, ComponentCell, Identified } from '@kreisweit/store';
import type { Value } from '../series/value-at.ts';
import { shorterPeriods } from './shorter-periods.ts';

/** A measure that a formula reads, with the period in which, and the shorter ones of which that may be made. */
export type ComponentPlan = {
  readonly measure: Identified<Measure>;
  readonly weight: Identified<Measure> | null;
  /** The measure that is delivered: itself, or the one whose values it counts. */
  readonly source: Identified<Measure>;
  readonly period: Period;
  readonly rule: ReturnType<typeof ruleOverTime>;
  /** One list a frequency, of those parts that count. */
  readonly partPeriods: readonly (readonly Period[])[];
};

/** What the formula of a value reads, each measure in each period once, in reading order. */
export function componentPlans(
  catalogue: CatalogueAt,
  { indicator, period }: Pick<Value, 'indicator' | 'period'>,
): readonly ComponentPlan[] {
  const known = new Set<string>();
  return measureInputsOf(indicator.resolved).flatMap(({ key, ...moment }) => {
    const measure = catalogue.measures.get(key);
    const read = periodRead(moment, period);
    if (measure === undefined || read === null || known.has(`${key} ${read}`)) return [];
    known.add(`${key} ${read}`);
    const { rollup } = measure;
    const weight = typeof rollup === 'object' ? catalogue.measures.get(rollup.weightedMeanBy) : undefined;
    const rule = ruleOverTime(measure);
    const lists = rule === null ? [] : shorterPeriods(read);
    return {
      measure,
      weight: weight ?? null,
      source: sourceOf(catalogue, measure),
      period: read,
      rule,
      partPeriods: rule === 'last' ? lists.map((list) => list.slice(-1)) : lists,
    };
  });
}

/** All cells that a component may be made of: that of its period, then those of the parts. */
export function cellsOf(catalogue: CatalogueAt, plan: ComponentPlan): readonly ComponentCell[] {
  const { measure, weight, source, period, partPeriods } = plan;
  const cell = {
    measureId: measure.id,
    sourceId: source.id,
    ownCount: [measure, source, weight].some((one) => one !== null && isOwnCount(one)),
    publishedAs: publishedAs(catalogue, measure),
    toldBelowDistricts: isToldBelowDistricts(measure) && isToldBelowDistricts(source),
    isMean: weight !== null,
  };
  return [period, ...partPeriods.flat()].map((one) => ({ ...cell, period: one }));
}

/** Own counts of persons, and what is reported for districts, is not published below them. */
export function isToldBelowDistricts(measure: Measure): boolean {
  return !isOwnCount(measure) && measure.reportedAt !== 'district';
}

function sourceOf(catalogue: CatalogueAt, measure: Identified<Measure>): Identified<Measure> {
  return (measure.countOf && catalogue.measures.get(measure.countOf.measure)) ?? measure;
}

function isOwnCount({ disclosure }: Measure): boolean {
  return typeof disclosure === 'object';
}

/** The indicator that publishes a measure as it is: under its key, or under another one. */
function publishedAs(catalogue: CatalogueAt, { key }: Measure): number | null {
  const under = catalogue.indicators.get(key);
  const candidates = under === undefined ? [...catalogue.indicators.values()] : [under];
  const found = candidates.find(({ resolved }) => resolved.op === 'measure' && resolved.key === key);
  return found?.id ?? null;
}
