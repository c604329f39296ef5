import {
  type CurrentValue,
  parseBreakdownKey,
  statusOfCode,
  type TargetBaseline,
  type TargetProgress,
  targetBaseline,
  targetProgress,
} from '@kreisweit/domain';
import type { Context } from '../context.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import type { Series } from '../series/series.ts';
import type { TargetRow } from './concept-rows.ts';

type ConceptOfTarget = Pick<TargetRow, 'concept' | 'target'>;
type Loading = Pick<Context, 'loaders'>;

/**
 * How a target stands by what is published of its district: by the series of its indicator as everybody reads it, and nothing else. The targets of all
 * districts of a query take the statements of one. One whose indicator is not in the catalogue any more is UNKNOWN.
 */
export async function progressOfTarget(row: ConceptOfTarget, context: Loading): Promise<TargetProgress> {
  return targetProgress(row.target, await publishedValues(row, context), row.concept);
}

/** Where a target begins, by the same; null where nothing is known of the time before its version. */
export async function baselineOfTarget(
  row: ConceptOfTarget,
  context: Loading,
): Promise<TargetBaseline | null> {
  return targetBaseline(row.target, await publishedValues(row, context), row.concept);
}

async function publishedValues(
  { concept, target }: ConceptOfTarget,
  { loaders }: Loading,
): Promise<readonly CurrentValue[]> {
  const territory = await loaders.territory.load({ kind: 'district', key: concept.district, on: null });
  if (territory === null) return [];
  const breakdown = Object.entries(target.breakdown).map(([dimension, category]) => ({
    dimension,
    category,
  }));
  const question = { indicators: [target.indicator], breakdown, dimension: null };
  const published = await loaders.series
    .load({ territory, question, from: null, to: null, boundariesOn: null, asOf: null })
    .catch(noSuchSeries);
  return published.flatMap(valuesOf);
}

function noSuchSeries(error: unknown): readonly Series[] {
  if (error instanceof InvalidArgument) return [];
  throw error;
}

function valuesOf({ indicator, breakdown, periods, values, statuses }: Series): readonly CurrentValue[] {
  return periods.map((period, at) => ({
    indicator: indicator.key,
    breakdown: parseBreakdownKey(breakdown),
    period,
    value: values[at] ?? null,
    status: statusOfCode(statuses[at] ?? 0),
  }));
}
