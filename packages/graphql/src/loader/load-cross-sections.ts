import { type Period, periodEnd, type TerritoryKind } from '@kreisweit/domain';
import {
  type CatalogueAt,
  type CrossSection,
  crossSection,
  type RebasedCrossSection,
  rebasedCrossSection,
  type TerritoryRow,
} from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
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
  /** ISO; null asks for the territories and boundaries of the period. */
  readonly boundariesOn: string | null;
  readonly asOf: AsOf;
};

/**
 * Cross-sections of any number of territories, in the order of the keys: one statement a data version for those as
 * reported, two for those on the boundaries of a day.
 */
export async function loadCrossSections(
  keys: readonly CrossSectionKey[],
  reading: Reading,
): Promise<readonly (RebasedCrossSection | Error)[]> {
  return perVersion(reading, keys, async (asOf, group) => {
    const catalogue = await reading.catalogue(asOf);
    const asked = group.map((key) => ({ key, request: attempt(() => requestOf(catalogue, key)) }));
    const found = new Map<CrossSectionKey, RebasedCrossSection>();
    const valid = asked.flatMap(({ key, request }) => (request instanceof Error ? [] : { key, request }));
    const reported = valid.filter(({ key }) => key.boundariesOn === null);
    const rebased = valid.filter(({ key }) => key.boundariesOn !== null);
    if (reported.length > 0) {
      const sections = await crossSection(reading.db, {
        asOf,
        requests: reported.map(({ request }) => request),
      });
      for (const [at, section] of sections.entries()) remember(found, reported[at]?.key, asReported(section));
    }
    if (rebased.length > 0) {
      const planOf = await reading.boundaries(asOf);
      const sections = await rebasedCrossSection(
        reading.db,
        catalogue,
        rebased.map(({ key, request }) => ({
          ...request,
          planOf: (territory: string) => planOf({ kind: key.level, key: territory }, key.boundariesOn ?? ''),
        })),
      );
      for (const [at, section] of sections.entries()) remember(found, rebased[at]?.key, section);
    }
    return asked.map(({ key, request }) =>
      request instanceof Error ? request : (found.get(key) ?? new Error('a cross-section is missing')),
    );
  });
}

function requestOf(
  catalogue: CatalogueAt,
  { territory, indicator, breakdown, period, level, boundariesOn }: CrossSectionKey,
) {
  const [selection] = selectSeries(catalogue, { indicators: [indicator], breakdown, dimension: null });
  if (selection === undefined) throw new Error(`nothing was selected for ${indicator}`);
  return {
    ...selection,
    territoryId: territory.id,
    kind: level,
    period,
    day: boundariesOn ?? periodEnd(period),
  };
}

function remember(
  found: Map<CrossSectionKey, RebasedCrossSection>,
  key: CrossSectionKey | undefined,
  section: RebasedCrossSection,
): void {
  if (key !== undefined) found.set(key, section);
}

function asReported(section: CrossSection): RebasedCrossSection {
  const none = section.territories.map(() => null);
  return { ...section, apportioned: none, obstacles: none };
}
