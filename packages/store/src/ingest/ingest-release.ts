import { releaseChange } from '../delivery/release-change.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { writeVersion } from '../write/write-version.ts';
import type { ReleaseInput } from './release-input.ts';
import { type ReleaseIngest, takeInRelease } from './take-in-release.ts';

/**
 * Takes in one release and publishes what it changes as one new data version. Throws InputProblems, with nothing stored,
 * for bad input.
 */
export async function ingestRelease(
  store: Store,
  release: ReleaseInput,
  options: WriteOptions = {},
): Promise<ReleaseIngest> {
  const about = { kind: 'release', note: releaseNote(release), signal: options.signal } as const;
  return writeVersion<ReleaseIngest>(store, about, async (writer) => {
    const result = await takeInRelease(writer, release, options);
    const { changed } = result;
    return {
      publish: changed,
      result,
      ...(changed && { change: await releaseChange(writer, release, result) }),
    };
  });
}

/** What a data version says of the release that made it. */
export function releaseNote({ source, file }: Pick<ReleaseInput, 'source' | 'file'>): string {
  return `${source} (${file})`;
}
