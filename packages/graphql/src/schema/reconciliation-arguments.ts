import type { TerritoryRow } from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
import type { Fields } from '../builder.ts';
import type { ReconciliationKey } from '../loader/load-reconciliations.ts';
import { CategoryInput } from './category-input.ts';

/** Defines the arguments of the fields about reconciliation. */
export function reconciliationArguments(t: Fields<TerritoryRow>) {
  return {
    measure: t.arg.string({ required: true, description: 'The key of a measure, `population/residents`.' }),
    period: t.arg({ type: 'Period', required: true, description: 'The period.' }),
    breakdown: t.arg({
      type: [CategoryInput],
      description: 'Restricts the values to these categories, one a dimension; the total when left out.',
    }),
    asOf: t.arg({
      type: 'AsOf',
      description: 'Reads an earlier state of the data; the latest when left out.',
    }),
  };
}

/** What the loaders are asked for a territory and these arguments. */
export function reconciliationKey(
  territory: TerritoryRow,
  {
    measure,
    period,
    breakdown,
    asOf,
  }: Pick<ReconciliationKey, 'measure' | 'period'> & {
    readonly breakdown?: ReconciliationKey['breakdown'] | null | undefined;
    readonly asOf?: AsOf | undefined;
  },
): ReconciliationKey {
  return { territory, measure, period, breakdown: breakdown ?? [], asOf: asOf ?? null };
}
