import { releaseNote } from '../ingest/ingest-release.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import { loadedRelease } from '../ingest/take-in-release.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { keepPreview } from './preview-proposed.ts';
import type { ReleasePreview } from './proposed-release.ts';
import { storeProposal } from './stored-proposal.ts';
import { READ_OTHERWISE } from './waiting-proposal.ts';

/**
 * What came of proposing a release: its number for review and what publishing it would do. `changed` is false where this very
 * file waits for review already under that number, or is loaded already: then `release` names the one it became.
 */
export type Proposal = {
  readonly changed: boolean;
  readonly proposed: number | null;
  readonly release: number | null;
  readonly preview: ReleasePreview | null;
};

/**
 * Proposes a release for publishing: it is read, checked and computed like one that is ingested, but nothing of it is
 * published before somebody decides so. Throws InputProblems, with nothing stored, for bad input.
 */
export async function proposeRelease(
  store: Store,
  release: ReleaseInput,
  options: WriteOptions = {},
): Promise<Proposal> {
  const about = {
    kind: 'release',
    note: `proposed: ${releaseNote(release)}`,
    signal: options.signal,
  } as const;
  return writeVersion<Proposal>(store, about, async (writer) => ({
    publish: false,
    result: (await knownAlready(writer, release, options)) ?? (await propose(writer, release, options)),
  }));
}

async function propose(writer: Writer, release: ReleaseInput, options: WriteOptions): Promise<Proposal> {
  return writer.transaction(async () => {
    const proposed = await storeProposal(writer, release);
    const preview = await keepPreview(writer, proposed, options, 'deliverer');
    return { changed: true, proposed, release: null, preview };
  });
}

async function knownAlready(
  writer: Writer,
  release: ReleaseInput,
  options: WriteOptions,
): Promise<Proposal | null> {
  const loaded = await loadedRelease(writer, release);
  if (loaded !== null) return { changed: false, proposed: null, release: loaded.release, preview: null };
  const [waiting] = await writer.rows<{ id: number; preview: ReleasePreview | null }>(WAITING, [
    release.input,
    release.checksum,
    release.kind,
  ]);
  if (waiting === undefined) return null;
  // Made before previews said what they say now.
  const preview = waiting.preview ?? (await keepPreview(writer, waiting.id, options, 'deliverer'));
  return { changed: false, proposed: waiting.id, release: null, preview };
}

const WAITING = `
select id, preview from proposed_release p
where input = $1 and checksum = $2 and kind = $3 and rejected_at is null and not ${READ_OTHERWISE}
  and not exists (select from release r where r.proposed_release_id = p.id)`;
