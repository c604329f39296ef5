import type { ReleaseWarning } from '../ingest/release-warnings.ts';

/**
 * What came of a delivery. PUBLISHED names the release and its data version; PROPOSED the number under which it waits for the district's
 * decision; UNCHANGED the release that this very file is already, or the proposal that it waits as. `onBehalfOf` are the keys of the
 * municipalities and associations for which a coordinator recorded it.
 */
export type Delivery = {
  readonly state: 'PUBLISHED' | 'PROPOSED' | 'UNCHANGED';
  readonly release: number | null;
  readonly proposed: number | null;
  readonly dataVersion: number | null;
  readonly cells: number;
  readonly territories: number;
  readonly withdrawn: number;
  readonly warningCount: number;
  readonly warnings: readonly ReleaseWarning[];
  readonly onBehalfOf: readonly string[];
};
