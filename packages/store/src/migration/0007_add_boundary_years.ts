import { type Kysely, sql } from 'kysely';

/**
 * How many years before or after its periods the boundaries of a table lie at most, so that figures on other boundaries
 * are looked for as far as any table reaches. Tables stored before are taken to stand on the boundaries of their periods,
 * until they are delivered again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table release
      add column boundary_years_behind smallint not null default 0,
      add column boundary_years_ahead smallint not null default 0`.execute(db);
}
