import type { BoundaryNote, DeliveredObservation } from '@kreisweit/domain';

/**
 * A release as an institute delivered it. `input` is the key of the plug-in's input (`population/byMunicipality`),
 * `kind` `full` also withdraws earlier cells of the same scope that it no longer contains, `source` the table's code,
 * `checksum` that of the file's bytes, `retrieved` the moment at which the institute made
 * the file, as it prints it: ISO, German local time without a zone; null where it prints none. `proposed` is the number under
 * which it was reviewed, if it was.
 */
export type ReleaseInput = {
  readonly input: string;
  readonly kind: 'full' | 'partial';
  readonly source: string;
  readonly title: string;
  readonly institute: string;
  readonly licence: string;
  readonly file: string;
  readonly checksum: string;
  readonly retrieved: string | null;
  readonly notes: readonly string[];
  readonly boundaryNotes: readonly BoundaryNote[];
  readonly demo: boolean;
  readonly proposed?: number;
  /** Whether to refuse a whole table that would withdraw more than it holds: it is cut off, or filtered. */
  readonly refusesShrinking?: boolean;
  readonly batches: AsyncIterable<readonly DeliveredObservation[]>;
};
