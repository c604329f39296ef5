import { type Kysely, sql } from 'kysely';

/** The data version with whose catalogue a proposed release was read: a corrected reader may read the file otherwise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table proposed_release add column read_at_version int not null default 0').execute(db);
  await sql.raw('alter table proposed_release alter column read_at_version drop default').execute(db);
}
