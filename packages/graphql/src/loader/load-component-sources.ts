import { originCodes } from '@kreisweit/domain';
import { type ValueSource, valueSources } from '@kreisweit/store';
import type { Component } from '../explanation/component.ts';
import type { Reading } from './create-loaders.ts';
import { perVersion } from './per-version.ts';

/** The releases behind components, one statement a data version, in the order of the components. */
export async function loadComponentSources(
  components: readonly Component[],
  reading: Reading,
): Promise<readonly (readonly ValueSource[] | Error)[]> {
  const keys = components.map((component) => ({ component, asOf: component.of.asOf }));
  return perVersion(reading, keys, (asOf, group) =>
    valueSources(reading.db, {
      asOf,
      requests: group.map(({ component }) => ({
        territory: component.of.territory,
        breakdown: component.of.breakdown,
        components: sourcesOf(component),
      })),
    }),
  );
}

/** The cells whose releases count: of a mean of members also their weights, of parts each part. */
function sourcesOf({ measure, weight, source, origin, period, parts }: Component) {
  const measures = weight !== null && origin === originCodes.SUMMED ? [measure, weight] : [measure];
  const periods = parts.length > 0 ? parts.map((part) => part.period) : [period];
  return measures.flatMap(({ id, reportedAt }) =>
    periods.map((one) => ({
      measureId: id,
      sourceId: id === measure.id ? source.id : id,
      period: one,
      reportedAt,
    })),
  );
}
