import type { BoundaryObstacle, Indicator } from '@kreisweit/domain';
import type { Identified, PackedSeries } from '@kreisweit/store';

/**
 * A published series with what it is a series of. `breakdown` is the key of a breakdown, '' for the total; `whole` is all
 * that is published of it, of which the lists may show a range. `boundariesOn` is null for a series as it was reported; on
 * the boundaries of a day `apportioned` and `obstacles` are lists beside the others.
 */
export type Series = PackedSeries & {
  readonly indicator: Identified<Indicator>;
  readonly breakdown: string;
  readonly whole: PackedSeries;
  readonly boundariesOn: string | null;
  readonly apportioned: readonly (number | null)[];
  readonly obstacles: readonly (BoundaryObstacle | null)[];
};
