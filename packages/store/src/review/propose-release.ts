import { type Acting, type AuditedChange, actingOperator, type Role } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';
import { keysOfStage } from '../access/territories-of-stage.ts';
import { recordChange } from '../audit/record-change.ts';
import { releaseNote } from '../ingest/ingest-release.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import { loadedRelease } from '../ingest/take-in-release.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { keepPreview } from './preview-proposed.ts';
import type { ReleasePreview } from './proposed-release.ts';
import { attributeProposal, districtsOfProposal, storeProposal } from './stored-proposal.ts';
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
    result:
      (await knownAlready(writer, release, options)) ?? (await propose(writer, release, options, OPERATOR)),
  }));
}

/** Who proposes a release, and what else is to be done in the transaction that keeps it. */
export type Proposing = {
  readonly acting: Acting;
  readonly role: Role;
  readonly closing?: (rows: Rows) => Promise<void>;
};

const OPERATOR: Proposing = { acting: actingOperator, role: 'ADMINISTRATOR' };

/** Keeps a release for review, with its preview, who delivered it and what it is about, and tells the audit trail. */
export async function propose(
  writer: Writer,
  release: ReleaseInput,
  options: WriteOptions,
  { acting, role, closing }: Proposing,
): Promise<Proposal & { readonly proposed: number; readonly preview: ReleasePreview }> {
  return writer.transaction(async () => {
    const proposed = await storeProposal(writer, release);
    let territories: readonly string[] = [];
    const onStaged = async () => {
      territories = await keysOfStage(writer.rows);
    };
    const preview = await keepPreview(writer, proposed, { ...options, onStaged }, 'deliverer');
    await attributeProposal(writer, proposed, { identity: acting.principal.id, role }, territories);
    await closing?.(writer.rows);
    const change = proposalChange(release, proposed, await districtsOfProposal(writer, proposed));
    await recordChange(writer.rows, acting, role, change, null);
    return { changed: true, proposed, release: null, preview };
  });
}

function proposalChange(
  { input, file, source }: ReleaseInput,
  proposed: number,
  districts: readonly string[],
): AuditedChange {
  return {
    what: 'release.proposed',
    subject: { kind: 'proposedRelease', key: String(proposed) },
    districts,
    before: null,
    after: { input, file, source },
  };
}

/** What came of this very file before, if it is loaded or waits for review already. */
export async function knownAlready(
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
