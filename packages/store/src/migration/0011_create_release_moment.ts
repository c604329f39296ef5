import { type Kysely, sql } from 'kysely';

/**
 * On which boundaries the figures of a release stand, by measure and period: a table of few rows a release, where reading
 * the observations for it would cost more than adding them up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table release_moment (
    release_id int not null,
    measure_id int not null,
    period text collate "C" not null,
    boundary_date date not null,
    primary key (release_id, measure_id, period, boundary_date)
  )`,
  `insert into release_moment
   select distinct release_id, measure_id, period, boundary_date from observation`,
];
