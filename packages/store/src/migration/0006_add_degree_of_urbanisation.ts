import { type Kysely, sql } from 'kysely';

/**
 * Eurostat's degree of urbanisation in the entries of a register: 1 cities, 2 towns and suburbs, 3 rural areas; null where
 * the register does not say it, and in registers stored before, until they are imported again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table register_entry
      add column degree_of_urbanisation smallint check (degree_of_urbanisation between 1 and 3)`.execute(db);
}
