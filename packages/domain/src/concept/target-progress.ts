import type { LocalisedText } from '../localised-text.ts';
import { type Breakdown, breakdownKey } from '../observation/breakdown.ts';
import type { Status } from '../observation/status.ts';
import { type Period, periodEnd } from '../period/period.ts';
import type { ConceptTarget } from './concept-target.ts';
import type { ConceptVersion } from './concept-version.ts';

/**
 * How a target stands, with names for people.
 *
 * - `REACHED`: the value that speaks for it is on the right side
 * - `NOT_YET`: it is not, and its period is before that of the target
 * - `MISSED`: it is not, and it is that of the target's own period
 * - `UNKNOWN`: there is no value that speaks for it: missing, confidential, incomplete, not delivered yet or from before the concept
 */
export const targetStateTitles = Object.freeze({
  REACHED: { de: 'Erreicht', en: 'Reached' },
  NOT_YET: { de: 'Noch nicht erreicht', en: 'Not yet reached' },
  MISSED: { de: 'Verfehlt', en: 'Missed' },
  UNKNOWN: { de: 'Nicht bekannt', en: 'Not known' },
} satisfies Record<string, LocalisedText>);

export type TargetState = keyof typeof targetStateTitles;

/** All of them, in their order. */
export const targetStates = Object.freeze(Object.keys(targetStateTitles)) as readonly TargetState[];

/** A published value as it is read: null with the status that says why. */
export type CurrentValue = {
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly period: Period;
  readonly value: number | null;
  readonly status: Status;
};

/**
 * How a target stands and by which value. `missing` is how much is missing in the unit of the indicator, 0 when it is reached; it and `value` are null
 * when UNKNOWN. `period` and `status` are those of the value that was looked at, null where there is none.
 */
export type TargetProgress = {
  readonly target: string;
  readonly state: TargetState;
  readonly value: number | null;
  readonly missing: number | null;
  readonly period: Period | null;
  readonly status: Status | null;
};

/** What was read before a version began: `value` is null where `status` is not NORMAL. */
export type TargetBaseline = Pick<CurrentValue, 'value' | 'period' | 'status'>;

/** Published values are rounded, and arithmetic on them is not exact: relative. */
const SLACK = 1e-9;

/**
 * How a target stands by the values of its indicator and breakdown; others are left out. The value of the latest period up to that of the target
 * speaks for it; what comes after says nothing about whether it was reached in time, and what ended before the version began (`from`) nothing
 * about what it brought. A later reading without a value is not replaced by an earlier one that has it: a confidential or missing value makes it
 * UNKNOWN, never MISSED.
 */
export function targetProgress(
  target: ConceptTarget,
  values: readonly CurrentValue[],
  { from }: Pick<ConceptVersion, 'from'>,
): TargetProgress {
  const end = periodEnd(target.period);
  const current = latestOf(target, values, (day) => day <= end && !isBefore(day, from));
  const seen = { target: target.key, period: current?.period ?? null, status: current?.status ?? null };
  const value = current?.status === 'NORMAL' ? current.value : null;
  if (current === undefined || value === null || !Number.isFinite(value)) {
    return { ...seen, state: 'UNKNOWN', value: null, missing: null };
  }
  const missing = missingOf(target, value);
  if (missing === 0) return { ...seen, state: 'REACHED', value, missing };
  return { ...seen, state: periodEnd(current.period) < end ? 'NOT_YET' : 'MISSED', value, missing };
}

/**
 * Where a target begins: the value of the latest period that ended before the version began (`from`). Null where the beginning is open, or nothing is published of
 * the time before.
 */
export function targetBaseline(
  target: ConceptTarget,
  values: readonly CurrentValue[],
  { from }: Pick<ConceptVersion, 'from'>,
): TargetBaseline | null {
  const found = latestOf(target, values, (day) => isBefore(day, from));
  if (found === undefined) return null;
  const { period, status } = found;
  return { value: status === 'NORMAL' ? found.value : null, period, status };
}

function isBefore(day: string, from: string | null): boolean {
  return from !== null && day < from;
}

/** The value of a target's indicator and breakdown for the latest of the periods that end on such days. */
function latestOf(
  target: ConceptTarget,
  values: readonly CurrentValue[],
  endsWell: (day: string) => boolean,
): CurrentValue | undefined {
  const breakdown = breakdownKey(target.breakdown);
  return (
    values
      .filter((one) => one.indicator === target.indicator && breakdownKey(one.breakdown) === breakdown)
      .filter(({ period }) => endsWell(periodEnd(period)))
      // Of a quarter and the year that end on the same day the one speaks that is written like the target.
      .toSorted((one, other) =>
        compare(rankOf(one.period, target.period), rankOf(other.period, target.period)),
      )
      .at(-1)
  );
}

function missingOf({ value: wanted, direction }: ConceptTarget, value: number): number {
  const missing = direction === 'higherIsBetter' ? wanted - value : value - wanted;
  return missing <= SLACK * Math.max(Math.abs(wanted), Math.abs(value)) ? 0 : missing;
}

function rankOf(period: Period, wanted: Period): string {
  return `${periodEnd(period)} ${period === wanted ? 1 : 0} ${period}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
