import { type Kysely, sql } from 'kysely';

/** How exact the figures of a release are: to which multiples each is rounded (null: not), and whether they are perturbed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table release
     add column rounded_to double precision check (rounded_to > 0),
     add column perturbed boolean not null default false`,
];
