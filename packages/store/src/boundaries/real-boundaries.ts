import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The real boundaries that the tests read: 400 districts and 16 states; they are not part of the project. */
export const realBoundaries: string = fileURLToPath(
  new URL('../../../../../shared/data/boundaries/kreise_laender_vg250_derived.topojson', import.meta.url),
);

if (!existsSync(realBoundaries)) {
  throw new Error(
    `the tests read the real boundaries ${realBoundaries}, which are absent; link "shared" beside the project`,
  );
}
