import { releaseNote } from '../ingest/ingest-release.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { writeVersion } from '../write/write-version.ts';
import { type Previewed, previewRelease } from './preview-release.ts';

/**
 * What ingesting a release would do now: all of it is read, checked, stored and computed, and then undone, so that nothing of it
 * is kept. Throws InputProblems for bad input, as ingesting does.
 */
export async function dryRunRelease(
  store: Store,
  release: ReleaseInput,
  options: WriteOptions = {},
): Promise<Previewed> {
  const about = {
    kind: 'release',
    note: `dry run: ${releaseNote(release)}`,
    signal: options.signal,
  } as const;
  return writeVersion<Previewed>(store, about, async (writer) => ({
    publish: false,
    result: await previewRelease(writer, release, options),
  }));
}
