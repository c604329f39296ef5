import { actingOperator } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Audience } from '../ingest/release-warnings.ts';
import type { StageOptions } from '../ingest/stage-release.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { previewRelease } from './preview-release.ts';
import type { ReleasePreview } from './proposed-release.ts';
import { storedProposal } from './stored-proposal.ts';
import { loadedAlready, requireCurrent } from './waiting-proposal.ts';

/**
 * What publishing a proposed release would do now. Nothing is published; the preview is kept with the release. Throws
 * InputProblems when there is no such release or it is decided, or when the catalogue does not take it in any more; NotAllowed.
 */
export async function previewProposed(
  store: Store,
  proposed: number,
  options: WriteOptions = {},
): Promise<ReleasePreview> {
  const { acting = actingOperator, signal } = options;
  const about = { kind: 'release', note: `preview of ${proposed}`, acting, signal } as const;
  return writeVersion<ReleasePreview>(store, about, async (writer) => {
    await requireAllowed(writer.rows, acting, 'READ_PROPOSED', [{ kind: 'proposed', proposed }]);
    await requireCurrent(writer, proposed, 'is not previewed');
    return { publish: false, result: await keepPreview(writer, proposed, options) };
  });
}

/** Previews a proposed release (see `previewRelease`) and keeps the preview with it. `audience` reads why it is refused. */
export async function keepPreview(
  writer: Writer,
  proposed: number,
  options: StageOptions,
  audience?: Audience,
): Promise<ReleasePreview> {
  const previewed = await previewRelease(writer, await storedProposal(writer, proposed), options, audience);
  if ('loaded' in previewed) throw loadedAlready(proposed, previewed.loaded, 'is not previewed');
  await writer.run('update proposed_release set preview = $2 where id = $1', [
    proposed,
    JSON.stringify(previewed.preview),
  ]);
  return previewed.preview;
}
