import type { Measure } from '@kreisweit/domain';
import type { CatalogueAt, Identified } from '@kreisweit/store';
import { type CategoryChoice, selectSeries } from '../series/select-series.ts';
import { knownMeasure } from './known-measure.ts';

/** A measure to reconcile in one breakdown (its key). `decimals` is null where it is not published as it is. */
export type SelectedMeasure = {
  readonly measure: Identified<Measure>;
  readonly decimals: number | null;
  readonly breakdown: string;
};

/**
 * Looks a measure up as it is published: by the indicator of the same key. Throws an InvalidArgument for an unknown
 * measure, and for a breakdown in which it is not published.
 */
export function selectMeasure(
  catalogue: CatalogueAt,
  { measure: key, breakdown }: { readonly measure: string; readonly breakdown: readonly CategoryChoice[] },
): SelectedMeasure {
  const measure = knownMeasure(catalogue, key);
  const indicator = catalogue.indicators.get(key);
  if (indicator === undefined) return { measure, decimals: null, breakdown: '' };
  const [selection] = selectSeries(catalogue, { indicators: [key], breakdown, dimension: null });
  return { measure, decimals: indicator.decimals, breakdown: selection?.breakdown ?? '' };
}
