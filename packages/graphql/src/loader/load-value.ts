import type { Period } from '@kreisweit/domain';
import type { TerritoryRow } from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
import type { CategoryChoice } from '../series/select-series.ts';
import { type Value, valueAt } from '../series/value-at.ts';
import { loadOneSeries } from './load-one-series.ts';
import type { SeriesLoader } from './series-loader.ts';

/** Loads one value of one indicator, with what its explanation needs. */
export async function loadValue(
  loader: SeriesLoader,
  asked: {
    readonly territory: TerritoryRow;
    readonly indicator: string;
    readonly breakdown: readonly CategoryChoice[];
    readonly period: Period;
    readonly asOf: AsOf;
  },
): Promise<Value> {
  const { territory, period, asOf } = asked;
  const series = await loadOneSeries(loader, { ...asked, from: period, to: period, boundariesOn: null });
  return valueAt(series, { territory, period, asOf });
}
