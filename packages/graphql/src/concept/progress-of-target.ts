import {
  type CurrentValue,
  parseBreakdownKey,
  statusOfCode,
  type TargetProgress,
  targetProgress,
} from '@kreisweit/domain';
import type { Context } from '../context.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import type { Series } from '../series/series.ts';
import type { TargetRow } from './concept-rows.ts';

/**
 * How a target stands by what is published of its district: by the series of its indicator as everybody reads it, and nothing else. The targets of all
 * districts of a query take the statements of one. One whose indicator is not in the catalogue any more is UNKNOWN.
 */
export async function progressOfTarget(
  { concept, target }: Pick<TargetRow, 'concept' | 'target'>,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<TargetProgress> {
  const territory = await loaders.territory.load({ kind: 'district', key: concept.district, on: null });
  if (territory === null) return targetProgress(target, []);
  const breakdown = Object.entries(target.breakdown).map(([dimension, category]) => ({
    dimension,
    category,
  }));
  const question = { indicators: [target.indicator], breakdown, dimension: null };
  const published = await loaders.series
    .load({ territory, question, from: null, to: null, boundariesOn: null, asOf: null })
    .catch(noSuchSeries);
  return targetProgress(target, published.flatMap(valuesOf));
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
