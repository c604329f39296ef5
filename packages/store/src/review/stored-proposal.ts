import type { BoundaryNote, DeliveredObservation } from '@kreisweit/domain';
import { targetsOf } from '../access/targets-of.ts';
import type { Deliverer } from '../delivery/attribute-release.ts';
import { districtsOf } from '../delivery/reviewing-districts.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import type { Writer } from '../write/write-version.ts';
import { packObservations, unpackObservations } from './pack-observations.ts';

/**
 * Keeps a release for review and answers its number. The observations are packed as they were read: nobody asks for one of
 * them, and publishing them takes the same way as ingesting the file.
 */
export async function storeProposal(writer: Writer, release: ReleaseInput): Promise<number> {
  const [row] = await writer.rows<{ id: number }>(INSERT, [
    release.input,
    release.kind,
    release.source,
    release.title,
    release.institute,
    release.licence,
    release.file,
    release.checksum,
    release.retrieved,
    release.notes,
    JSON.stringify(release.boundaryNotes),
    writer.version - 1,
  ]);
  if (row === undefined) throw new Error('the proposed release got no number');
  let position = 0;
  for await (const batch of release.batches) {
    position += 1;
    await writer.run(INSERT_BATCH, [row.id, position, packObservations(batch)]);
  }
  return row.id;
}

/** The release of a number as it was delivered. Its batches are unpacked one by one, since COPY takes the connection. */
export async function storedProposal(writer: Writer, proposed: number): Promise<ReleaseInput> {
  const [row] = await writer.rows<StoredRelease>(SELECT, [proposed]);
  if (row === undefined) throw new Error(`there is no proposed release ${proposed}`);
  const packed = await writer.rows<{ observations: Buffer }>(SELECT_BATCHES, [proposed]);
  return { ...row, demo: false, proposed, batches: unpacked(packed.map(({ observations }) => observations)) };
}

/**
 * Says of a proposed release who delivered it and which territories it is about, each by kind and key (`municipality 12070008`): internal ids of
 * those that only this file knows are given back when its preview is undone.
 */
export async function attributeProposal(
  writer: Writer,
  proposed: number,
  { identity, role }: Deliverer,
  territories: readonly string[],
): Promise<void> {
  await writer.run(
    'update proposed_release set delivered_by = $2, delivered_role = $3, territories = $4 where id = $1',
    [proposed, identity, role, territories],
  );
}

/** Who delivered a proposed release. */
export async function delivererOf(writer: Writer, proposed: number): Promise<Deliverer> {
  const [row] = await writer.rows<Deliverer>(
    'select delivered_by as "identity", delivered_role as role from proposed_release where id = $1',
    [proposed],
  );
  if (row === undefined) throw new Error(`there is no proposed release ${proposed}`);
  return row;
}

/** The districts (keys) that a proposed release is about. */
export async function districtsOfProposal(writer: Writer, proposed: number): Promise<readonly string[]> {
  const [target] = await targetsOf(writer.rows, [{ kind: 'proposed', proposed }]);
  return districtsOf(target?.places ?? []);
}

type StoredRelease = Omit<ReleaseInput, 'batches' | 'demo' | 'boundaryNotes'> & {
  readonly boundaryNotes: readonly BoundaryNote[];
};

async function* unpacked(packed: readonly Buffer[]): AsyncGenerator<readonly DeliveredObservation[]> {
  for (const batch of packed) yield unpackObservations(batch);
}

const INSERT = `
insert into proposed_release (
  id, input, kind, source, title, institute, licence, file, checksum, retrieved, notes, boundary_notes, read_at_version
)
select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
from proposed_release
returning id`;

const INSERT_BATCH = `
insert into proposed_batch (proposed_release_id, position, observations) values ($1, $2, $3)`;

const SELECT = `
select input, kind, source, title, institute, licence, file, checksum, retrieved, notes, boundary_notes as "boundaryNotes"
from proposed_release
where id = $1`;

const SELECT_BATCHES = `
select observations from proposed_batch where proposed_release_id = $1 order by position`;

/** Forgets the observations of releases that are published or rejected: what was published is stored as such. */
export const FORGET_DECIDED = `
delete from proposed_batch
where proposed_release_id in (
  select id from proposed_release where rejected_at is not null
  union all
  select proposed_release_id from release where version_from <= (select version from published_pointer)
)`;
