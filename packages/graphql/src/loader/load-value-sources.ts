import { measureInputsOf, shiftPeriod } from '@kreisweit/domain';
import { type CatalogueAt, type ValueSource, type ValueSourcesRequest, valueSources } from '@kreisweit/store';
import type { Value } from '../series/value-at.ts';
import type { Reading } from './create-loaders.ts';
import { perVersion } from './per-version.ts';

/** The releases behind values, one statement a data version, in the order of the values. */
export async function loadValueSources(
  values: readonly Value[],
  reading: Reading,
): Promise<readonly (readonly ValueSource[] | Error)[]> {
  return perVersion(reading, values, async (asOf, group) => {
    const catalogue = await reading.catalogue(asOf);
    return valueSources(reading.db, { asOf, requests: group.map((value) => requestOf(catalogue, value)) });
  });
}

function requestOf(
  catalogue: CatalogueAt,
  { territory, indicator, breakdown, period }: Value,
): ValueSourcesRequest {
  const components = measureInputsOf(indicator.resolved).flatMap(({ key, lag }) => {
    const measure = catalogue.measures.get(key);
    return measure === undefined
      ? []
      : { measureId: measure.id, period: shiftPeriod(period, -lag), reportedAt: measure.reportedAt };
  });
  return { territory, breakdown, components };
}
