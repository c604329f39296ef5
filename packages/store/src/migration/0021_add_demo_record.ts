import { type Kysely, sql } from 'kysely';

/**
 * Which records of cooperation the demo brought: by it they are found again when the demo gives way to real data, and what
 * people added themselves is left alone. `key` is that of the record within its kind; a body stands for its meetings, a
 * decision for its rounds, a concept for its versions.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table demo_record (
        district_key text not null,
        kind text not null check (kind in ('task', 'override', 'assignment', 'body', 'decision', 'concept', 'training', 'deadline')),
        key text collate "C" not null,
        primary key (district_key, kind, key)
      )`,
    )
    .execute(db);
}
