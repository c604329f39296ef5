import { type ValueRevision, valueRevisions } from '@kreisweit/store';
import type { Value } from '../series/value-at.ts';
import type { Reading } from './create-loaders.ts';
import { perVersion } from './per-version.ts';

/** How values changed, one statement for each data version that is read, in the order of the values. */
export async function loadRevisions(
  values: readonly Value[],
  reading: Reading,
): Promise<readonly (readonly ValueRevision[] | Error)[]> {
  return perVersion(reading, values, (asOf, group) =>
    valueRevisions(reading.db, {
      asOf,
      requests: group.map(({ territory, indicator, breakdown, period }) => ({
        territory,
        indicatorId: indicator.id,
        breakdown,
        period,
      })),
    }),
  );
}
