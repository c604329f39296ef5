import { type Period, periodEnd, type TerritoryKind } from '@kreisweit/domain';
import { type CrossSection, crossSection, type TerritoryRow } from '@kreisweit/store';
import { type CategoryChoice, selectSeries } from '../series/select-series.ts';
import type { Reading } from './create-loaders.ts';
import { attempt, perVersion } from './per-version.ts';

/** Everything that the field is asked. */
export type CrossSectionKey = {
  readonly territory: TerritoryRow;
  readonly indicator: string;
  readonly breakdown: readonly CategoryChoice[];
  readonly period: Period;
  readonly level: TerritoryKind;
  readonly asOf: number | null;
};

/** Cross-sections of any number of territories, one statement a data version, in the order of the keys. */
export async function loadCrossSections(
  keys: readonly CrossSectionKey[],
  reading: Reading,
): Promise<readonly (CrossSection | Error)[]> {
  return perVersion(reading, keys, async (asOf, group) => {
    const catalogue = await reading.catalogue(asOf);
    const asked = group.map(({ territory, indicator, breakdown, period, level }) =>
      attempt(() =>
        selectSeries(catalogue, { indicators: [indicator], breakdown, dimension: null }).map((selection) => ({
          ...selection,
          territoryId: territory.id,
          kind: level,
          period,
          day: periodEnd(period),
        })),
      ),
    );
    const requests = asked.flatMap((selected) => (selected instanceof Error ? [] : selected));
    const found = requests.length === 0 ? [] : await crossSection(reading.db, { asOf, requests });
    const next = found.values();
    return asked.map((selected) =>
      selected instanceof Error ? selected : (next.next().value ?? new Error('a cross-section is missing')),
    );
  });
}
