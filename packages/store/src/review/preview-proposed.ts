import { takeInRelease } from '../ingest/take-in-release.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import type { ReleasePreview } from './proposed-release.ts';
import { releaseEffects } from './release-effects.ts';
import { storedProposal } from './stored-proposal.ts';
import { loadedAlready, requireCurrent } from './waiting-proposal.ts';

/**
 * What publishing a proposed release would do now. Nothing is published; the preview is kept with the release. Throws
 * InputProblems when there is no such release or it is decided, or when the catalogue does not take it in any more.
 */
export async function previewProposed(
  store: Store,
  proposed: number,
  options: WriteOptions = {},
): Promise<ReleasePreview> {
  const about = { kind: 'release', note: `preview of ${proposed}`, signal: options.signal } as const;
  return writeVersion<ReleasePreview>(store, about, async (writer) => {
    await requireCurrent(writer, proposed, 'is not previewed');
    return { publish: false, result: await keepPreview(writer, proposed, options) };
  });
}

/**
 * Takes a proposed release in as if it were published, keeps what came of it and undoes all else. So the preview is no
 * estimate: it is made by the code that publishes.
 */
export async function keepPreview(
  writer: Writer,
  proposed: number,
  options: WriteOptions,
): Promise<ReleasePreview> {
  const release = await storedProposal(writer, proposed);
  const preview = await writer.undone(async (): Promise<ReleasePreview> => {
    const { version, release: loaded, changed, ...counts } = await takeInRelease(writer, release, options);
    if (!changed) throw loadedAlready(proposed, loaded, 'is not previewed');
    return { dataVersion: version - 1, ...counts, ...(await releaseEffects(writer)) };
  });
  options.signal?.throwIfAborted();
  await writer.run('update proposed_release set preview = $2 where id = $1', [
    proposed,
    JSON.stringify(preview),
  ]);
  return preview;
}
