import type { Indicator } from '../catalogue/indicator.ts';
import type { Measure } from '../catalogue/measure.ts';
import { evaluate } from '../formula/evaluate.ts';
import { inputId, type Moment, measureInputsOf, periodRead } from '../formula/measure-inputs.ts';
import { roundValue } from '../formula/round-value.ts';
import { flagBits } from '../observation/flags.ts';
import { originCodes } from '../observation/origin.ts';
import { isFree, type Status } from '../observation/status.ts';
import { type Period, periodEnd, periodStart, shiftPeriod } from '../period/period.ts';
import { yearsAfter } from '../period/years-after.ts';
import { methodsSeenBy } from '../series/methods-seen-by.ts';
import type { BoundaryPart, BoundaryParts } from './boundary-parts.ts';
import type { BoundaryPlan, DayRange } from './boundary-plan.ts';
import type { BoundaryObstacle, Carried, Carrier } from './carried.ts';
import { withLongerPeriods } from './longer-on-boundaries.ts';
import { type Rebased, type RebasingRule, rebase } from './rebase.ts';

/** What is stored for a territory, measure and period. `boundaryDate` (ISO): the boundaries it was reported on. */
export type StoredFact = {
  readonly value: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly boundaryDate: string;
};

/** The facts of a territory for a measure (its key), by period. */
export type FactsOf = (
  territory: { readonly kind: 'district' | 'municipality'; readonly key: string },
  measure: string,
) => ReadonlyMap<Period, StoredFact>;

/** One entry of a series on the boundaries of a day. */
export type RebasedEntry = {
  readonly period: Period;
  /** Null where the entry is the published one, because nothing changed since: read it there. */
  readonly rebased: {
    readonly value: number | null;
    readonly status: Status;
    readonly flags: number;
    readonly origin: number;
    readonly apportioned: number | null;
    readonly obstacle: BoundaryObstacle | null;
  } | null;
};

/** How long after its period a table may have been brought to newer boundaries. */
const YEARS_AHEAD = 2;

/**
 * The days whose boundaries count for the periods from `from` to `to` (null = open), and for those that are read for them:
 * earlier ones, and the bases of indices.
 */
export function boundaryDays(from: Period | null, to: Period | null, read: readonly Moment[]): DayRange {
  const bases = read.flatMap(({ lag, base }) => (base === null ? [] : [{ lag, base }]));
  const lag = Math.max(0, ...read.filter(({ base }) => base === null).map((moment) => moment.lag));
  const earliest = (period: Period, periods: number) => yearsAfter(periodStart(period), -periods - 1);
  const latest = (period: Period) => yearsAfter(periodEnd(period), YEARS_AHEAD);
  return {
    from:
      from === null
        ? null
        : first(earliest(from, lag), ...bases.map((each) => earliest(each.base, each.lag))),
    until: to === null ? null : last(latest(to), ...bases.map(({ base }) => latest(base))),
  };
}

/**
 * Computes the entries of an indicator on the boundaries of the plan's day: the measures that its formula reads are
 * carried over first, then the formula is applied to them (rule 1). On the boundaries of one day no reform breaks a change
 * or an index; a change of method does.
 */
export function rebaseSeries(
  indicator: Indicator,
  measures: ReadonlyMap<string, Measure>,
  plan: BoundaryPlan,
  range: DayRange,
  factsOf: FactsOf,
): readonly RebasedEntry[] {
  const slots = measureInputsOf(indicator.resolved).flatMap((input) => {
    const measure = measures.get(input.key);
    if (measure === undefined) return [];
    const eraOf = methodsSeenBy([{ measure, lag: 0 }]);
    const carry = withLongerPeriods(measure, carrier(measure, measures, plan, range, factsOf));
    return [{ input, eraOf, carry }];
  });
  const moving = slots.filter(({ input }) => input.base === null);
  const shortest = Math.min(...moving.map(({ input }) => input.lag));
  const periods = new Set(
    moving
      .filter(({ input }) => input.lag === shortest)
      .flatMap(({ carry, input }) => carry.periods.map((period) => shiftPeriod(period, input.lag))),
  );
  return [...periods].sort().map((period): RebasedEntry => {
    const carried = new Map(
      slots.flatMap(({ input, eraOf, carry }): [string, Carried][] => {
        const read = periodRead(input, period);
        return read === null ? [] : [[inputId(input), { ...carry.at(read), era: eraOf(read) }]];
      }),
    );
    const parts = [...carried.values()];
    if (parts.every((part) => part.isItself)) return { period, rebased: null };
    return { period, rebased: computed(indicator, carried, parts) };
  });
}

function computed(indicator: Indicator, carried: ReadonlyMap<string, Carried>, parts: readonly Carried[]) {
  const { value, status, flags } = evaluate(indicator.resolved, (key, lag, base) =>
    carried.get(inputId({ key, lag, base })),
  );
  const apportioned = isFree(status)
    ? parts.reduce<number | null>((most, part) => larger(most, part.apportioned), null)
    : null;
  return {
    value: value === null ? null : roundValue(value, indicator.decimals),
    status,
    flags: flags | (indicator.mixedBase === null ? 0 : flagBits.MIXED_BASE),
    origin: apportioned !== null && apportioned !== 0 ? originCodes.APPORTIONED : originCodes.SUMMED,
    apportioned,
    obstacle: parts.find(({ obstacle }) => obstacle !== null)?.obstacle ?? null,
  };
}

function larger(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

/** Carries one measure over, period by period, and tells which periods there are. */
function carrier(
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  plan: BoundaryPlan,
  range: DayRange,
  factsOf: FactsOf,
): Carrier {
  const weight = typeof measure.rollup === 'object' ? measure.rollup.weightedMeanBy : null;
  const rule = ruleOf(measure);
  // Of an area without inhabitants nobody reports people; its hectares are no less for that.
  const countsPeople = rule.rollup === 'sum' && measure.apportionBy !== 'area';
  const known = new Map<string, ReadonlyMap<Period, StoredFact>>();
  const facts = (key: string, of: string): ReadonlyMap<Period, StoredFact> => {
    const name = of === measure.key ? key : `${key} ${of}`;
    const found = known.get(name) ?? factsIn(key, of);
    known.set(name, found);
    return found;
  };
  const factsIn = (key: string, of: string): ReadonlyMap<Period, StoredFact> => {
    const kind = key.length === DISTRICT_DIGITS ? 'district' : 'municipality';
    // What a municipality reported of a measure that is published for districts only must not show in a sum or weight either.
    const reportedAt = of === measure.key ? measure.reportedAt : measures.get(of)?.reportedAt;
    return kind === 'municipality' && reportedAt === 'district' ? NONE : factsOf({ kind, key }, of);
  };
  const sources = new Set<string>([plan.key]);
  for (const day of plan.daysBetween(range)) {
    const parts = plan.partsOn(day);
    if (typeof parts !== 'string') for (const { source } of parts) sources.add(source);
  }
  /** The days on whose boundaries the parts were reported, the latest first: not all tables have the same. */
  const boundaries = new Map<Period, readonly string[]>();
  for (const source of sources) {
    for (const [period, { boundaryDate }] of facts(source, measure.key)) {
      const others = boundaries.get(period) ?? [];
      if (!others.includes(boundaryDate)) boundaries.set(period, [...others, boundaryDate].sort().reverse());
    }
  }

  function rebasedOn(period: Period, day: string): Carried & { readonly isPatchy: boolean } {
    const parts = plan.partsOn(day);
    if (typeof parts === 'string') return missing(parts);
    const isItself = plan.isSameOn(day);
    const own = isItself && !rule.ownCount ? facts(plan.key, measure.key).get(period) : undefined;
    if (own !== undefined) return { ...missing(null), ...own, apportioned: 0, isItself };
    const outcome: Rebased = rebase(rule, parts, (key) => {
      const fact = facts(key, measure.key).get(period);
      const isSilent = fact === undefined || fact.status === 'NOT_AVAILABLE';
      if (isSilent && countsPeople && !plan.isInhabited(key)) return NOBODY;
      if (fact === undefined) return null;
      const weighedBy = weight === null ? undefined : facts(key, weight).get(period);
      return { ...fact, weight: weighedBy?.status === 'NORMAL' ? weighedBy.value : null };
    });
    const { value, status, flags, apportioned, refusal, isPatchy } = outcome;
    return {
      value,
      status,
      flags,
      apportioned,
      obstacle: refusal,
      isPatchy: isPatchy && !isItself,
      isItself,
    };
  }

  /** On a day between two states nobody knows which of them holds: a value that depends on it is none. */
  function between(boundary: string, period: Period, first: Carried): Carried {
    const next = plan.nextDay(boundary);
    return next === null ? first : alsoOn(next, period, first);
  }

  /** A value that would be another one on the boundaries of another day, on which it may stand as well, is none. */
  function alsoOn(day: string, period: Period, first: Carried): Carried {
    if (first.obstacle === 'NO_CHANGES_KNOWN') return first;
    const second = rebasedOn(period, day);
    if (second.isPatchy || lacksAny(period, plan.partsOn(day))) return first;
    // Of own counts nothing is computed here, so that only their boundaries can be compared.
    const isSame = rule.ownCount ? second.isItself === first.isItself : second.value === first.value;
    return isSame ? first : missing('AMBIGUOUS');
  }

  function lacksAny(period: Period, parts: BoundaryParts): boolean {
    if (typeof parts === 'string') return true;
    return parts.some(({ source }) => lacks(source, period));
  }

  function lacks(key: string, period: Period): boolean {
    const status = facts(key, measure.key).get(period)?.status;
    return status === undefined || status === 'NOT_AVAILABLE';
  }

  /**
   * A figure under a key that was not there on the day `boundary` proves that the table stands on later boundaries. One
   * under a key that remained does not: who became part of it may just not have reported.
   */
  function showsLater(period: Period, boundary: string, day: string): boolean {
    const [before, after] = [plan.partsOn(boundary), plan.partsOn(day)];
    if (typeof before === 'string' || typeof after === 'string') return false;
    const [known, remaining] = [keysIn(before), keysIn(after)];
    // A figure that has no place on the later boundaries proves that it does not stand on them.
    if (before.some(({ source }) => !remaining.has(source) && !lacks(source, period))) return false;
    if (after.some(({ source }) => !known.has(source) && !lacks(source, period))) return true;
    // A table of 1 January may stand before or after a reform of that day: a delivered dash says after.
    const isDashed = ({ source }: { readonly source: string }): boolean =>
      !lacks(source, period) || facts(source, measure.key).has(period);
    return plan.nextDay(boundary) === day && before.every(isDashed);
  }

  return {
    periods: [...boundaries.keys()],
    at: (period: Period): Carried => {
      const [boundary = periodEnd(period), ...others] = boundaries.get(period) ?? [];
      const first = rebasedOn(period, boundary);
      const isSilent = first.status === 'NOT_AVAILABLE' && first.obstacle === null;
      if (!first.isPatchy && !isSilent) {
        return others.reduce((told, day) => alsoOn(day, period, told), between(boundary, period, first));
      }
      // Some tables already list what came after the period: then the next boundaries fit them.
      const later = plan
        .daysBetween({ from: boundary, until: yearsAfter(boundary, YEARS_AHEAD) })
        .filter((day) => day > boundary && showsLater(period, boundary, day))
        .map((day) => rebasedOn(period, day));
      return (
        later.find(
          ({ isPatchy, status, obstacle }) => !isPatchy && status !== 'NOT_AVAILABLE' && obstacle === null,
        ) ?? first
      );
    },
  };
}

function keysIn(parts: readonly BoundaryPart[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ source, members }) => [source, ...members.map((member) => member.source)]));
}

const DISTRICT_DIGITS = 5;

const NONE: ReadonlyMap<Period, StoredFact> = new Map();

/** What is told of an area without inhabitants. */
const NOBODY = Object.freeze({ value: 0, status: 'NORMAL', flags: 0, weight: null } as const);

function missing(obstacle: BoundaryObstacle | null): Carried & { readonly isPatchy: boolean } {
  return {
    value: null,
    status: 'NOT_AVAILABLE',
    flags: 0,
    apportioned: null,
    obstacle,
    isPatchy: false,
    isItself: false,
  };
}

function ruleOf({ rollup, countOf, apportionBy, additivity, disclosure }: Measure): RebasingRule {
  const isMean = typeof rollup === 'object';
  return {
    // Other boundaries have other members: those of one day are not counted on those of another.
    rollup: countOf === undefined ? (isMean ? 'weightedMean' : rollup) : 'count',
    apportionBy,
    isExact: additivity === 'exact',
    ownCount: typeof disclosure === 'object',
  };
}

function first(...days: readonly string[]): string {
  return days.reduce((one, other) => (other < one ? other : one));
}

function last(...days: readonly string[]): string {
  return days.reduce((one, other) => (other > one ? other : one));
}
