import { type CatalogueAt, type ValueSource, type ValueSourcesRequest, valueSources } from '@kreisweit/store';
import { type ComponentPlan, componentPlans } from '../explanation/component-plan.ts';
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
    const asked = group.map((value) => requestsOf(catalogue, value));
    const found = (await valueSources(reading.db, { asOf, requests: asked.flat(2) })).values();
    return asked.map((components) =>
      merged(
        components.map((options) => {
          const answers = options.map(() => found.next().value ?? []);
          return answers.find((sources) => sources.length > 0) ?? [];
        }),
      ),
    );
  });
}

/** For each component its own period, then the shorter ones that may stand in for it. */
function requestsOf(catalogue: CatalogueAt, value: Value): readonly (readonly ValueSourcesRequest[])[] {
  const { territory, breakdown } = value;
  return componentPlans(catalogue, value).map(({ measure, source, period, partPeriods }: ComponentPlan) =>
    [[period], ...partPeriods].map((periods) => ({
      territory,
      breakdown,
      components: periods.map((one) => ({
        measureId: measure.id,
        sourceId: source.id,
        period: one,
        reportedAt: measure.reportedAt,
      })),
    })),
  );
}

/** Each release once, the latest first. */
function merged(lists: readonly (readonly ValueSource[])[]): readonly ValueSource[] {
  const byId = new Map(lists.flat().map((source) => [source.id, source]));
  return [...byId.values()].sort((left, right) => right.id - left.id);
}
