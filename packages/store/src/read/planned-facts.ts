import {
  type BoundaryObstacle,
  type BoundaryPlan,
  boundaryDays,
  type DayRange,
  type Indicator,
  type Measure,
  measureInputsOf,
  originCodes,
  type Period,
  periodEnd,
  type RebasedEntry,
  type Status,
  type StoredFact,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import { type BoundaryFacts, boundaryFacts } from './boundary-facts.ts';
import type { StoredPlan } from './boundary-plans.ts';
import type { CatalogueAt, Identified } from './catalogue-at.ts';

/** One indicator in one breakdown (its key, '' for the total). */
export type RebasedSelection = { readonly indicator: Identified<Indicator>; readonly breakdown: string };

/** What is asked of one territory on the boundaries of a day. */
export type PlannedRequest = {
  readonly selections: readonly RebasedSelection[];
  /** How its boundaries came about; null where they never changed (a state). */
  readonly plan: StoredPlan | null;
  /** The periods that are wanted, null = open. Others may be answered too, as they were published. */
  readonly from: string | null;
  readonly to: string | null;
};

/** The measures of a catalogue by key. */
type Measures = ReadonlyMap<string, Identified<Measure>>;

/** The days whose boundaries a request has to look at. */
export function rangeOf({ selections, from, to }: PlannedRequest, measures: Measures): DayRange {
  const lags = selections.flatMap(({ indicator }) => inputsOf(indicator, measures).map(({ lag }) => lag));
  return boundaryDays(from, to, Math.max(0, ...lags));
}

/** Nothing is known to have changed in the time that is asked for. */
export function isUntouched(request: PlannedRequest, measures: Measures): boolean {
  const { plan } = request;
  if (plan === null || !plan.isInForce) return true;
  return plan.daysBetween(rangeOf(request, measures)).every(plan.isSameOn);
}

/** Why a published value does not stand on the boundaries of the plan either, though nothing is known to have changed. */
export function obstacleOf(plan: BoundaryPlan | null, period: Period): BoundaryObstacle | null {
  if (plan === null) return null;
  if (!plan.isInForce) return 'NOT_IN_FORCE';
  return plan.firstDay === null || periodEnd(period) < plan.firstDay ? 'NO_CHANGES_KNOWN' : null;
}

/**
 * The entry of a period that was published though no part of the territory reported it: of an association whose own row
 * was delivered. It holds where the association was the same, and can be carried over nowhere else.
 */
export function entryOfOwnRow(plan: BoundaryPlan, period: Period): RebasedEntry {
  const day = periodEnd(period);
  const next = plan.nextDay(day);
  const isSame = plan.isSameOn(day) && (next === null || plan.isSameOn(next));
  return { period, rebased: isSame ? null : noValue('NOT_AVAILABLE', null) };
}

/** An entry without a value, of which nothing is computed. */
export function noValue(status: Status, obstacle: BoundaryObstacle | null) {
  return { value: null, status, flags: 0, origin: originCodes.SUMMED, apportioned: null, obstacle };
}

/**
 * What the parts of all changed territories reported, in one statement; in none where nothing changed. `periods`: those of
 * which anything is needed, null = all.
 */
export async function factsOfParts(
  db: Kysely<StoreSchema>,
  { version, measures }: CatalogueAt,
  requests: readonly PlannedRequest[],
  periods: readonly Period[] | null = null,
): Promise<BoundaryFacts> {
  const keys = new Set<string>();
  const measureIds = new Set<number>();
  const breakdowns = new Set<string>();
  for (const request of requests) {
    const { plan, selections } = request;
    if (plan === null) continue;
    for (const key of keysOf(plan, rangeOf(request, measures))) keys.add(key);
    for (const { indicator, breakdown } of selections) {
      breakdowns.add(breakdown);
      for (const { measure } of inputsOf(indicator, measures)) {
        measureIds.add(measure.id);
        const weight =
          typeof measure.rollup === 'object' ? measures.get(measure.rollup.weightedMeanBy) : undefined;
        if (weight !== undefined) measureIds.add(weight.id);
      }
    }
  }
  const index = requests.find(({ plan }) => plan !== null)?.plan?.index;
  if (index === undefined) return () => NO_FACTS;
  return boundaryFacts(db, {
    asOf: version,
    index,
    keys: [...keys],
    measureIds: [...measureIds],
    breakdowns: [...breakdowns],
    periods,
  });
}

const NO_FACTS: ReadonlyMap<string, StoredFact> = new Map();

/** The territory and all that it consisted of at any time: its parts, and the municipalities of divided ones. */
function keysOf(plan: BoundaryPlan, range: DayRange): readonly string[] {
  const parts = plan.daysBetween(range).flatMap((day) => {
    const found = plan.partsOn(day);
    return typeof found === 'string' ? [] : found;
  });
  return [
    plan.key,
    ...parts.flatMap(({ source, members }) => [source, ...members.map((member) => member.source)]),
  ];
}

/** The measures that an indicator reads, each with its lag. */
export function inputsOf(indicator: Indicator, measures: Measures) {
  return measureInputsOf(indicator.resolved).flatMap(({ key, lag }) => {
    const measure = measures.get(key);
    return measure === undefined ? [] : [{ measure, lag }];
  });
}
