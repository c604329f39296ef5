import { type Kysely, sql } from 'kysely';

/**
 * What a district plans and asks for by a day: `delivery_deadline`, until when figures of a plug-in for a period are to be delivered, and
 * `training`. Territories and plug-ins are named by their keys, which outlive registers and catalogues.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table delivery_deadline (
    district_key text not null,
    key text collate "C" not null,
    revision int not null check (revision >= 1),
    plugin text not null,
    period text collate "C" not null,
    asked_of text not null check (asked_of in ('MUNICIPALITIES', 'DISTRICT')),
    title_de text not null,
    title_en text not null,
    due_on date not null,
    ended_on date,
    primary key (district_key, key)
  )`,
  `create table training (
    district_key text not null,
    key text collate "C" not null,
    revision int not null check (revision >= 1),
    title_de text not null,
    title_en text not null,
    day date not null,
    territory_key text not null,
    organiser_key text references actor (key) on delete set null,
    audience text not null check (audience in ('ADMINISTRATION', 'VOLUNTEERS', 'BOTH')),
    state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    link text,
    primary key (district_key, key)
  )`,
  'create index training_organiser on training (organiser_key)',
];
