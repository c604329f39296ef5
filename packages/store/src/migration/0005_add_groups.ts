import { type Kysely, sql } from 'kysely';

/**
 * Free groups of territories: `territory_group` is what was declared about a group beside its name and members, which
 * stand in `territory_version` and `membership` like those of any other territory (evidence DECLARED, relation group). A
 * small reference table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const EVIDENCE = `check (evidence in ('REGISTER', 'LIST', 'TABLE', 'DECLARED'))`;

const statements = [
  ...['territory', 'territory_version'].flatMap((table) => [
    `alter table ${table} drop constraint ${table}_evidence_check`,
    `alter table ${table} add constraint ${table}_evidence_check ${EVIDENCE}`,
  ]),
  `create table territory_group (
    territory_id int not null,
    title_de text not null,
    title_en text not null,
    category text not null check (category in ('PLANNING_REGION', 'JOB_CENTRE_DISTRICT', 'PARTNERSHIP', 'OTHER')),
    source text not null,
    file text not null,
    version_from int not null,
    version_until int,
    primary key (territory_id, version_from)
  )`,
];
