import {
  type BoundaryObstacle,
  type BoundaryPlan,
  boundaryDays,
  crossesBreak,
  type DayRange,
  type Indicator,
  leadingInputsOf,
  type Measure,
  type MeasureInput,
  type Moment,
  measureInputsOf,
  methodsSeenBy,
  originCodes,
  type Period,
  periodEnd,
  periodRead,
  type RebasedEntry,
  type Status,
  type StoredFact,
  yearsAfter,
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
export function rangeOf({ selections, plan, from, to }: PlannedRequest, measures: Measures): DayRange {
  const days = boundaryDays(
    from,
    to,
    selections.flatMap(({ indicator }) => inputsOf(indicator, measures)),
  );
  const { yearsBehind = 0, yearsAhead = 0 } = plan?.index ?? {};
  return {
    from: days.from === null ? null : yearsAfter(days.from, -yearsBehind),
    until: days.until === null ? null : yearsAfter(days.until, yearsAhead),
  };
}

/** Nothing is known to have changed in the time that is asked for. */
export function isUntouched(request: PlannedRequest, measures: Measures): boolean {
  const { plan } = request;
  if (plan === null || !plan.isInForce) return true;
  return plan.daysBetween(rangeOf(request, measures)).every(plan.isSameOn);
}

/**
 * Why a published value does not stand on the boundaries of the plan either, though nothing is known to have changed: of
 * its period, or of one that is `read` for it, nobody knows.
 */
export function obstacleOf(
  plan: BoundaryPlan | null,
  period: Period,
  read: readonly Moment[],
): BoundaryObstacle | null {
  if (plan === null) return null;
  if (!plan.isInForce) return 'NOT_IN_FORCE';
  const { firstDay } = plan;
  const isUnknown = daysRead(period, read).some((day) => firstDay === null || day < firstDay);
  return isUnknown ? 'NO_CHANGES_KNOWN' : null;
}

/** The last days of a period and of all that are read for it. */
function daysRead(period: Period, read: readonly Moment[]): readonly string[] {
  const others = read.flatMap((moment) => periodRead(moment, period) ?? []);
  return [...new Set([period, ...others])].map(periodEnd);
}

/** Whether a change or an index has no value for a period because a method changed: that holds on any boundaries. */
export function isMethodBroken(indicator: Indicator, measures: Measures): (period: Period) => boolean {
  const seenBy = new Map(
    inputsOf(indicator, measures).map(({ measure }) => [measure.key, methodsSeenBy([{ measure, lag: 0 }])]),
  );
  return (period) =>
    crossesBreak(indicator.resolved, (input) => {
      const read = periodRead(input, period);
      return read === null ? undefined : seenBy.get(input.key)?.(read);
    });
}

/**
 * The entry of a period that was published though no part of the territory reported it: of an association whose own row
 * was delivered. It holds where the association was the same at all times that are `read`, and can be carried over
 * nowhere else.
 */
export function entryOfOwnRow(plan: StoredPlan, period: Period, read: readonly Moment[]): RebasedEntry {
  const { yearsBehind, yearsAhead } = plan.index;
  const isSame = daysRead(period, read).every((day) => {
    // Nobody told on which boundaries the row stands, only how far those of any table lie from its period.
    const around = { from: yearsAfter(day, -yearsBehind), until: yearsAfter(day, yearsAhead) };
    const days = [day, plan.nextDay(day) ?? day, ...plan.daysBetween(around)];
    return days.every(plan.isSameOn);
  });
  const parts = plan.partsOn(periodEnd(period));
  return {
    period,
    rebased: isSame ? null : noValue('NOT_AVAILABLE', typeof parts === 'string' ? parts : null),
  };
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

/** Plans are kept for a data version and asked again and again: what their parts are need not be collected each time. */
const MOST_RANGES = 8;
const keysOfPlans = new WeakMap<BoundaryPlan, Map<string, readonly string[]>>();

function keysOf(plan: BoundaryPlan, range: DayRange): readonly string[] {
  const ofPlan = keysOfPlans.get(plan) ?? new Map<string, readonly string[]>();
  keysOfPlans.set(plan, ofPlan);
  const name = `${range.from} ${range.until}`;
  const keys = ofPlan.get(name) ?? [...new Set(keysIn(plan, range))];
  if (ofPlan.size >= MOST_RANGES) ofPlan.clear();
  ofPlan.set(name, keys);
  return keys;
}

/** The territory and all that it consisted of at any time: its parts, and the municipalities of divided ones. */
function keysIn(plan: BoundaryPlan, range: DayRange): readonly string[] {
  const parts = plan.daysBetween(range).flatMap((day) => {
    const found = plan.partsOn(day);
    return typeof found === 'string' ? [] : found;
  });
  return [
    plan.key,
    ...parts.flatMap(({ source, members }) => [source, ...members.map((member) => member.source)]),
  ];
}

/** The measures that an indicator reads, and when. */
export function inputsOf(indicator: Indicator, measures: Measures) {
  return known(measureInputsOf(indicator.resolved), measures);
}

/** The measures whose changes of method an indicator's values cannot be compared across, each with its lag. */
export function leadingInputs(indicator: Indicator, measures: Measures) {
  return known(leadingInputsOf(indicator.resolved), measures);
}

function known(inputs: readonly MeasureInput[], measures: Measures) {
  return inputs.flatMap(({ key, lag, base }) => {
    const measure = measures.get(key);
    return measure === undefined ? [] : [{ measure, lag, base }];
  });
}
