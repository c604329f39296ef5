import { type Kysely, sql } from 'kysely';

/**
 * What was not plausible in a release and did not refuse it: how many findings, and the first of them as they may be told to
 * everybody. The previews of releases that wait for review do not say it: they are made again when they are asked for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table release
     add column warning_count int not null default 0,
     add column warnings json not null default '[]'`,
  `update proposed_release p set preview = null
   where not exists (select from release r where r.proposed_release_id = p.id)`,
];
