import type { Indicator } from '@kreisweit/domain';
import { statusCodes } from '@kreisweit/domain';
import type { Identified, TerritoryRow } from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
import type { Series } from './series.ts';

/** One published value with everything that its explanation needs. `status` and `origin` are the stored codes. */
export type Value = {
  readonly territory: TerritoryRow;
  readonly indicator: Identified<Indicator>;
  readonly breakdown: string;
  readonly period: string;
  readonly asOf: AsOf;
  readonly value: number | null;
  readonly status: number;
  readonly flags: number;
  readonly origin: number | null;
  readonly coverage: number | null;
};

/** The value of a series at a period; NOT_AVAILABLE where the series does not have it. */
export function valueAt(
  { indicator, breakdown, periods, values, statuses, flags, origins, coverages }: Series,
  of: Pick<Value, 'territory' | 'period' | 'asOf'>,
): Value {
  const at = periods.indexOf(of.period);
  return {
    ...of,
    indicator,
    breakdown,
    value: values[at] ?? null,
    status: statuses[at] ?? statusCodes.NOT_AVAILABLE,
    flags: flags[at] ?? 0,
    origin: origins[at] ?? null,
    coverage: coverages[at] ?? null,
  };
}
