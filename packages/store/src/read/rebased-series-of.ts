import {
  type BoundaryObstacle,
  flagBits,
  frequencyOf,
  type Moment,
  methodsSeenBy,
  type Period,
  type RebasedEntry,
  rebaseSeries,
  statusCodes,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { StoredPlan } from './boundary-plans.ts';
import type { CatalogueAt } from './catalogue-at.ts';
import type { PackedSeries } from './packed-series.ts';
import {
  entryOfOwnRow,
  factsOfParts,
  inputsOf,
  isMethodBroken,
  isUntouched,
  leadingInputs,
  obstacleOf,
  type PlannedRequest,
  type RebasedSelection,
  rangeOf,
} from './planned-facts.ts';
import { type SeriesRequest, type SeriesSelection, seriesOf } from './series-of.ts';

/**
 * A series on the boundaries of a day. `apportioned` is the share of each value that was divided by weights: null where
 * nothing was carried over. `obstacles` says why there is no value on those boundaries.
 */
export type RebasedSeries = PackedSeries & {
  readonly apportioned: readonly (number | null)[];
  readonly obstacles: readonly (BoundaryObstacle | null)[];
};

/** What one territory is asked for. */
export type RebasedRequest = PlannedRequest & {
  readonly territory: SeriesRequest['territory'];
  readonly selections: readonly (RebasedSelection & SeriesSelection)[];
};

/**
 * Series on the boundaries of a day, in the order of the requests: the published ones where nothing changed since, else
 * computed from what their parts reported. Two statements for any number of territories and indicators, one where no
 * territory changed.
 */
export async function rebasedSeriesOf(
  db: Kysely<StoreSchema>,
  catalogue: CatalogueAt,
  requests: readonly RebasedRequest[],
): Promise<readonly (readonly RebasedSeries[])[]> {
  const changed = requests.filter((request) => !isUntouched(request, catalogue.measures));
  const [published, facts] = await Promise.all([
    seriesOf(db, { asOf: catalogue.version, requests }),
    factsOfParts(db, catalogue, changed),
  ]);
  return requests.map((asked, request) => {
    const { selections, plan } = asked;
    return selections.map((selection, at) => {
      const series = published[request]?.[at] ?? EMPTY;
      if (plan === null) return asPublished(series, () => null);
      if (!plan.isInForce) return asPublished(series, () => 'NOT_IN_FORCE');
      const read = inputsOf(selection.indicator, catalogue.measures);
      const range = rangeOf(asked, catalogue.measures);
      const entries = isUntouched(asked, catalogue.measures)
        ? series.periods.map((period) => ({ period, rebased: null }))
        : rebaseSeries(selection.indicator, catalogue.measures, plan, range, ({ key }, measure) =>
            facts(key, catalogue.measures.get(measure)?.id ?? -1, selection.breakdown),
          );
      return packed(withOwnRows(entries, series, plan, read), series, {
        methodsSeen: methodsSeenBy(leadingInputs(selection.indicator, catalogue.measures)),
        isBroken: isMethodBroken(selection.indicator, catalogue.measures),
        obstacleAt: (period) => obstacleOf(plan, period, read),
      });
    });
  });
}

const EMPTY: PackedSeries = Object.freeze({
  periods: [],
  values: [],
  statuses: [],
  flags: [],
  origins: [],
  coverages: [],
});

function withOwnRows(
  entries: readonly RebasedEntry[],
  { periods }: PackedSeries,
  plan: StoredPlan,
  read: readonly Moment[],
): readonly RebasedEntry[] {
  const computed = new Set(entries.map(({ period }) => period));
  const others = periods.filter((period) => !computed.has(period));
  if (others.length === 0) return entries;
  return [...entries, ...others.map((period) => entryOfOwnRow(plan, period, read))].sort((one, other) =>
    one.period < other.period ? -1 : 1,
  );
}

/** What is known of the periods of a series: the changes of method seen by then, and what stands in the way. */
type Known = {
  readonly methodsSeen: (period: Period) => number;
  readonly isBroken: (period: Period) => boolean;
  readonly obstacleAt: (period: Period) => BoundaryObstacle | null;
};

/** Marks of a territory's own reforms do not hold on the boundaries of one day; those of methods do. */
function packed(
  entries: readonly RebasedEntry[],
  published: PackedSeries,
  { methodsSeen, isBroken, obstacleAt }: Known,
): RebasedSeries {
  const rows = entries.flatMap(({ period, rebased }, index) => {
    const before = entries
      .slice(0, index)
      .findLast((entry) => frequencyOf(entry.period) === frequencyOf(period))?.period;
    const isChanged = before !== undefined && methodsSeen(before) !== methodsSeen(period);
    const marks = isChanged || isBroken(period) ? flagBits.BREAK : 0;
    if (rebased !== null) {
      const { status, flags, ...row } = rebased;
      return { ...row, period, status: statusCodes[status], flags: unmarked(flags) | marks, coverage: null };
    }
    const at = published.periods.indexOf(period);
    if (at === -1) return [];
    const obstacle = obstacleAt(period);
    const isUnknown = obstacle !== null;
    return {
      period,
      value: isUnknown ? null : (published.values[at] ?? null),
      status: isUnknown ? statusCodes.NOT_AVAILABLE : (published.statuses[at] ?? statusCodes.NOT_AVAILABLE),
      flags: unmarked(published.flags[at] ?? 0) | marks,
      origin: published.origins[at] ?? 0,
      coverage: isUnknown ? null : (published.coverages[at] ?? null),
      apportioned: null,
      obstacle,
    };
  });
  return {
    periods: rows.map((row) => row.period),
    values: rows.map((row) => row.value),
    statuses: rows.map((row) => row.status),
    flags: rows.map((row) => row.flags),
    origins: rows.map((row) => row.origin),
    coverages: rows.map((row) => row.coverage),
    apportioned: rows.map((row) => row.apportioned),
    obstacles: rows.map((row) => row.obstacle),
  };
}

function unmarked(flags: number): number {
  return flags & ~(flagBits.BREAK | flagBits.REFORM);
}

function asPublished(series: PackedSeries, obstacleAt: () => BoundaryObstacle | null): RebasedSeries {
  const obstacle = obstacleAt();
  const obstacles = series.periods.map(() => obstacle);
  const apportioned = series.periods.map(() => null);
  if (obstacle === null) return { ...series, apportioned, obstacles };
  return {
    ...series,
    values: apportioned,
    statuses: series.periods.map(() => statusCodes.NOT_APPLICABLE),
    coverages: apportioned,
    apportioned,
    obstacles,
  };
}
