import { type Kysely, sql } from 'kysely';

/**
 * The division of tasks. `district_task` are the tasks that a district adds to the catalogue, `task_override` how one of the catalogue is there,
 * `task_assignment` who does what where. `task_revision` is the row that everybody who changes something of that in a district has to pass; its
 * number becomes the revision of what is saved.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table task_revision (
    district_key text primary key,
    revision int not null check (revision >= 1)
  )`,
  `create table district_task (
    district_key text not null,
    key text collate "C" not null,
    title_de text not null,
    title_en text not null,
    description_de text not null,
    description_en text not null,
    obligation text not null check (obligation in ('MANDATORY', 'VOLUNTARY')),
    level text not null check (level in ('DISTRICT', 'MUNICIPAL', 'DELEGATED')),
    state_law_de text,
    state_law_en text,
    revision int not null check (revision >= 1),
    primary key (district_key, key),
    check ((state_law_de is null) = (state_law_en is null))
  )`,
  `create table task_override (
    district_key text not null,
    task_key text collate "C" not null,
    obligation text check (obligation in ('MANDATORY', 'VOLUNTARY')),
    level text check (level in ('DISTRICT', 'MUNICIPAL', 'DELEGATED')),
    reason_de text not null,
    reason_en text not null,
    revision int not null check (revision >= 1),
    primary key (district_key, task_key),
    check (obligation is not null or level is not null)
  )`,
  `create table task_assignment (
    district_key text not null,
    key text collate "C" not null,
    task_key text collate "C" not null,
    territory_kind text not null check (territory_kind in ('district', 'association', 'municipality')),
    territory_key text not null,
    actor_key text not null references actor (key) on delete cascade,
    role text not null check (role in ('RESPONSIBLE', 'CONTRIBUTES', 'CONSULTED', 'INFORMED')),
    valid_from date,
    valid_until date,
    revision int not null check (revision >= 1),
    primary key (district_key, key),
    check (valid_from <= valid_until)
  )`,
  'create index task_assignment_actor_key on task_assignment (actor_key)',
];
