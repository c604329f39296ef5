import type { Indicator } from '../catalogue/indicator.ts';
import type { Measure } from '../catalogue/measure.ts';
import { COUNTS_ARE_EQUAL, type Component, evaluate } from '../formula/evaluate.ts';
import { type MeasureInput, measureInputsOf, periodRead } from '../formula/measure-inputs.ts';
import { roundValue } from '../formula/round-value.ts';
import { flagBits } from '../observation/flags.ts';
import type { Origin } from '../observation/origin.ts';
import { combineStatus, isFree, type Status } from '../observation/status.ts';
import { type Period, shiftPeriod } from '../period/period.ts';
import type { RolledUp } from './roll-up.ts';

/** What is known of one territory for a measure, a period and a breakdown (its key, '' for the total). */
export type KnownCell = {
  readonly measure: string;
  readonly period: Period;
  readonly breakdown: string;
  readonly rolledUp: RolledUp;
};

/**
 * One value of a published series, or why there is none. `coverage` is the share of the
 * expected members that reported, of a mean that of the weight (rule 4); null where nobody knows.
 */
export type PublishedFigure = {
  readonly period: Period;
  readonly breakdown: string;
  readonly value: number | null;
  readonly status: Status;
  readonly flags: number;
  readonly origin: Origin;
  readonly coverage: number | null;
};

/**
 * What is published of one indicator for one territory: the formula over what was rolled up (rule 1), rounded to its decimals.
 * There is a figure for each period of the measures that are read with the shortest delay. Which indicators are published
 * below the districts `isPublishableBelowDistricts` says; of an index or change nothing is known here to break the series.
 *
 * Of an own count a small category hides all categories beside it, because they could be subtracted from the total, and so
 * does a small number of persons whom no category counts; a hidden figure of any category hides those of all (rule 13).
 */
export function publishedFigures(
  indicator: Pick<Indicator, 'resolved' | 'decimals' | 'mixedBase' | 'dimensions'>,
  measures: ReadonlyMap<string, Pick<Measure, 'disclosure' | 'rollup'>>,
  cells: readonly KnownCell[],
): readonly PublishedFigure[] {
  const inputs = measureInputsOf(indicator.resolved);
  const minimumOf = (key: string): number => minimum(measures.get(key));
  const leading = inputs.filter(({ base }) => base === null);
  const shortest = Math.min(...leading.map(({ lag }) => lag));
  const asked = leading
    .filter(({ lag }) => lag === shortest)
    .flatMap(({ key }) => cells.filter(({ measure }) => measure === key))
    .filter(({ breakdown }) => isOfDimensions(breakdown, indicator.dimensions))
    .map(({ period, breakdown }) => ({ period: shiftPeriod(period, shortest), breakdown }));
  const distinct = [...new Map(asked.map((each) => [`${each.period} ${each.breakdown}`, each])).values()];

  const figures = distinct.map(({ period, breakdown }): PublishedFigure => {
    const cellOf = (input: MeasureInput): RolledUp | undefined => {
      const read = periodRead(input, period);
      const found = cells.find(
        (cell) => cell.measure === input.key && cell.period === read && cell.breakdown === breakdown,
      );
      if (found === undefined) return undefined;
      const isHidden = breakdown !== '' && hidesCategories(cells, found, minimumOf(input.key));
      return isHidden ? { ...found.rolledUp, value: null, status: 'CONFIDENTIAL' } : found.rolledUp;
    };
    const known = inputs.flatMap((input) => cellOf(input) ?? []);
    const coverages = inputs.map((input) => {
      const cell = cellOf(input);
      const rollup = measures.get(input.key)?.rollup;
      if (cell === undefined || typeof rollup !== 'object') return memberShare(cell);
      return weightShare(cell, cellOf({ ...input, key: rollup.weightedMeanBy }));
    });
    const outcome = evaluate(indicator.resolved, (key, lag, base): Component | undefined => {
      const cell = cellOf({ key, lag, base });
      return cell === undefined ? undefined : { ...cell, minimum: minimumOf(key) };
    });
    return {
      period,
      breakdown,
      value: outcome.value === null ? null : roundValue(outcome.value, indicator.decimals),
      status: outcome.status,
      flags: outcome.flags | (indicator.mixedBase === null ? 0 : flagBits.MIXED_BASE),
      origin: originOf(known),
      coverage: isFree(outcome.status) ? least(coverages) : null,
    };
  });
  return inputs.some(({ key }) => minimumOf(key) > 0) ? guarded(figures) : figures;
}

/** Whether an indicator is published below the districts: own counts of persons, and what is reported above, are not. */
export function isPublishableBelowDistricts(measure: Pick<Measure, 'disclosure' | 'reportedAt'>): boolean {
  return minimum(measure) === 0 && measure.reportedAt !== 'district';
}

function minimum(measure: Pick<Measure, 'disclosure'> | undefined): number {
  return typeof measure?.disclosure === 'object' ? measure.disclosure.minimum : 0;
}

function isOfDimensions(breakdown: string, dimensions: readonly string[]): boolean {
  return dimensionsOf(breakdown).every((dimension) => dimensions.includes(dimension));
}

function dimensionsOf(breakdown: string): readonly string[] {
  return breakdown === '' ? [] : breakdown.split(',').map((pair) => pair.split('=')[0] ?? '');
}

/** Whether the categories beside a cell of an own count must be hidden, all of them. */
function hidesCategories(cells: readonly KnownCell[], cell: KnownCell, smallest: number): boolean {
  if (smallest === 0) return false;
  const same = cells.filter(({ measure, period }) => measure === cell.measure && period === cell.period);
  const total = same.find(({ breakdown }) => breakdown === '')?.rolledUp;
  const beside = same.filter(
    ({ breakdown }) => String(dimensionsOf(breakdown)) === String(dimensionsOf(cell.breakdown)),
  );
  const shown = beside.flatMap(({ rolledUp }) => (rolledUp.status === 'NORMAL' ? [rolledUp.value ?? 0] : []));
  const rest = (total?.value ?? null) === null ? 0 : (total?.value ?? 0) - sum(shown);
  const worst = combineStatus([...beside.map(({ rolledUp }) => rolledUp.status), total?.status ?? 'NORMAL']);
  return !isFree(worst) || [...shown, Math.abs(rest)].some((count) => isSmall(count, smallest));
}

function isSmall(count: number, smallest: number): boolean {
  return count > COUNTS_ARE_EQUAL && count < smallest - COUNTS_ARE_EQUAL;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function originOf(known: readonly RolledUp[]): Origin {
  const origins = new Set(known.map(({ origin }) => origin));
  const [only = 'DELIVERED'] = origins;
  return origins.size > 1 ? 'MIXED' : only;
}

/** The share of the expected members that reported; nothing is told of a sum with a hidden member. */
function memberShare(cell: RolledUp | undefined): number | null {
  return cell !== undefined && isCovered(cell) ? cell.reported / cell.expected : null;
}

/** The share of the weight of all that the members have which reported. */
function weightShare(cell: RolledUp, weight: RolledUp | undefined): number | null {
  if (!isCovered(cell)) return null;
  if (cell.reported >= cell.expected) return 1;
  if (weight?.status !== 'NORMAL' || weight.hidden > 0 || !weight.value) return null;
  return Math.min((cell.weight ?? 0) / weight.value, 1);
}

function isCovered({ origin, hidden, expected }: RolledUp): boolean {
  return origin === 'SUMMED' && hidden === 0 && expected > 0;
}

function least(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function guarded(figures: readonly PublishedFigure[]): readonly PublishedFigure[] {
  const hidden = new Set(figures.flatMap(({ period, status }) => (isFree(status) ? [] : [period])));
  return figures.map((figure) => {
    if (figure.breakdown === '' || !hidden.has(figure.period)) return figure;
    return { ...figure, value: null, status: combineStatus([figure.status, 'CONFIDENTIAL']), coverage: null };
  });
}
