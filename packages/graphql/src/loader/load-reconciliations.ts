import { type Period, periodEnd, periodStart } from '@kreisweit/domain';
import {
  type CatalogueAt,
  type DistrictDifference,
  type DistrictReconciliations,
  districtReconciliations,
  reconciliationOf,
  type TerritoryRow,
} from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
import {
  type Finding,
  type Reconciliation,
  reconciliationOfCell,
  whyNever,
} from '../reconciliation/reconciliation.ts';
import { type SelectedMeasure, selectMeasure } from '../reconciliation/select-measure.ts';
import type { CategoryChoice } from '../series/select-series.ts';
import type { Reading } from './create-loaders.ts';
import { attempt, perVersion } from './per-version.ts';

/** Everything that the fields about reconciliation are asked. */
export type ReconciliationKey = {
  readonly territory: TerritoryRow;
  readonly measure: string;
  readonly breakdown: readonly CategoryChoice[];
  readonly period: Period;
  readonly asOf: AsOf;
};

/** Districts that differ, with what their differences mean; `notReconciled` says why nothing was compared. */
export type Reconciliations = Omit<DistrictReconciliations, 'different'> & {
  readonly measure: SelectedMeasure['measure'];
  readonly notReconciled: Finding | null;
  readonly different: readonly (DistrictDifference & { readonly finding: Finding })[];
};

/** The delivered totals of districts beside the sums of their members: one statement a data version. */
export async function loadReconciliation(
  keys: readonly ReconciliationKey[],
  reading: Reading,
): Promise<readonly (Reconciliation | Error)[]> {
  return perVersion(reading, keys, async (asOf, group) => {
    const asked = selected(await reading.catalogue(asOf), group);
    const valid = asked.flatMap(({ key, selection }) =>
      selection instanceof Error
        ? []
        : { key, request: { ...key, breakdown: selection.breakdown, measureId: selection.measure.id } },
    );
    const cells = await reconciliationOf(reading.db, { asOf, requests: valid.map(({ request }) => request) });
    const cellOf = new Map(valid.map(({ key }, index) => [key, cells[index] ?? null]));
    return asked.map(({ key, selection }) =>
      selection instanceof Error ? selection : reconciliationOfCell(selection, cellOf.get(key) ?? null),
    );
  });
}

/** All districts inside territories whose total differs from the sum of its members: one statement a data version. */
export async function loadReconciliations(
  keys: readonly ReconciliationKey[],
  reading: Reading,
): Promise<readonly (Reconciliations | Error)[]> {
  return perVersion(reading, keys, async (asOf, group) => {
    const asked = selected(await reading.catalogue(asOf), group);
    const found = await districtReconciliations(reading.db, {
      asOf,
      requests: asked.map(({ key: { territory, period }, selection }) => ({
        territoryId: territory.id,
        // What is reconciled nowhere is compared with nothing: its districts are only counted.
        measureId: selection instanceof Error || whyNever(selection) !== null ? 0 : selection.measure.id,
        breakdown: selection instanceof Error ? '' : selection.breakdown,
        period,
        first: periodStart(period),
        last: periodEnd(period),
      })),
    });
    return asked.map(({ selection }, index) =>
      selection instanceof Error
        ? selection
        : judged(selection, found[index] ?? { districts: 0, compared: 0, different: [] }),
    );
  });
}

function selected(catalogue: CatalogueAt, keys: readonly ReconciliationKey[]) {
  return keys.map((key) => ({ key, selection: attempt(() => selectMeasure(catalogue, key)) }));
}

function judged(selection: SelectedMeasure, found: DistrictReconciliations): Reconciliations {
  const different = found.different.map((district) => {
    const cell = { ...district, confidential: false };
    const { delivered, summed, difference, finding } = reconciliationOfCell(selection, cell);
    return {
      ...district,
      delivered: delivered ?? 0,
      summed: summed ?? 0,
      difference: difference ?? 0,
      finding,
    };
  });
  return {
    measure: selection.measure,
    notReconciled: whyNever(selection),
    districts: found.districts,
    compared: found.compared,
    different: different.filter(({ finding }) => finding !== 'EQUAL'),
  };
}
