import { type Kysely, sql } from 'kysely';

/**
 * Releases under review. They have no data version: `proposed_release` says what was delivered, `proposed_batch` keeps the
 * observations as they were read, packed, until the release is published or rejected. The release that it
 * became names it: that is how a proposed release is known to be published, also after a crash.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table proposed_release (
    id int primary key,
    input text not null,
    kind text not null check (kind in ('full', 'partial')),
    source text not null,
    title text not null,
    institute text not null,
    licence text not null,
    file text not null,
    checksum text not null,
    retrieved text,
    notes text[] not null,
    boundary_notes json not null,
    proposed_at timestamptz not null default now(),
    preview json,
    rejected_at timestamptz,
    reason text,
    check ((rejected_at is null) = (reason is null))
  )`,
  `create table proposed_batch (
    proposed_release_id int not null references proposed_release (id),
    position int not null,
    observations bytea not null,
    primary key (proposed_release_id, position)
  )`,
  'alter table release add column proposed_release_id int references proposed_release (id)',
];
