import type { ReleaseInput } from '../ingest/release-input.ts';
import type { Audience } from '../ingest/release-warnings.ts';
import type { StageOptions } from '../ingest/stage-release.ts';
import { takeInRelease } from '../ingest/take-in-release.ts';
import type { Writer } from '../write/write-version.ts';
import type { ReleasePreview } from './proposed-release.ts';
import { releaseEffects } from './release-effects.ts';

/** What taking a release in would do; `loaded` is the release that this very file became already. */
export type Previewed = { readonly preview: ReleasePreview } | { readonly loaded: number };

/**
 * Takes a release in as if it were published and undoes everything. So the preview is no estimate: it is made by the code
 * that publishes. Throws InputProblems for bad input; `audience` is who reads them (see `takeInRelease`).
 */
export async function previewRelease(
  writer: Writer,
  release: ReleaseInput,
  options: StageOptions,
  audience?: Audience,
): Promise<Previewed> {
  const previewed = await writer.undone(async (): Promise<Previewed> => {
    const {
      version,
      release: loaded,
      changed,
      ...counts
    } = await takeInRelease(writer, release, options, audience);
    if (!changed) return { loaded };
    return { preview: { dataVersion: version - 1, ...counts, ...(await releaseEffects(writer)) } };
  });
  options.signal?.throwIfAborted();
  return previewed;
}
