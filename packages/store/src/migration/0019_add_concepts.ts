import { type Kysely, sql } from 'kysely';

/**
 * The common concept: its versions with fields of action, goals, targets and actions, in the order of `position` within what they belong to.
 * `concept_recommendation` and `concept_task` say what a goal or an action serves. A joint decision adopts one version of a concept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const version = `
    district_key text not null,
    concept_key text collate "C" not null,
    number int not null`;

const statements = [
  `create table concept_version (${version} check (number >= 1),
    revision int not null check (revision >= 1),
    title_de text not null,
    title_en text not null,
    valid_from date,
    valid_until date,
    adopted_by text collate "C",
    adopted_round int,
    adopted_on date,
    primary key (district_key, concept_key, number),
    unique (district_key, concept_key, adopted_by, adopted_round),
    check (valid_from <= valid_until),
    check (num_nulls(adopted_by, adopted_round, adopted_on) in (0, 3))
  )`,
  `create table concept_field (${version},
    key text collate "C" not null,
    position int not null,
    title_de text not null,
    title_en text not null,
    primary key (district_key, concept_key, number, key),
    foreign key (district_key, concept_key, number) references concept_version on delete cascade
  )`,
  `create table concept_goal (${version},
    key text collate "C" not null,
    field_key text collate "C" not null,
    position int not null,
    title_de text not null,
    title_en text not null,
    primary key (district_key, concept_key, number, key),
    foreign key (district_key, concept_key, number, field_key) references concept_field on delete cascade
  )`,
  `create table concept_target (${version},
    key text collate "C" not null,
    goal_key text collate "C" not null,
    position int not null,
    indicator_key text not null,
    breakdown_key text not null,
    value double precision not null,
    direction text not null check (direction in ('higherIsBetter', 'lowerIsBetter')),
    period text not null,
    primary key (district_key, concept_key, number, key),
    foreign key (district_key, concept_key, number, goal_key) references concept_goal on delete cascade
  )`,
  `create table concept_action (${version},
    key text collate "C" not null,
    goal_key text collate "C" not null,
    position int not null,
    revision int not null check (revision >= 1),
    title_de text not null,
    title_en text not null,
    valid_from date,
    valid_until date,
    status text not null check (status in ('PLANNED', 'RUNNING', 'DONE', 'STOPPED')),
    done_on date,
    reason text,
    primary key (district_key, concept_key, number, key),
    foreign key (district_key, concept_key, number, goal_key) references concept_goal on delete cascade,
    check (valid_from <= valid_until),
    check (done_on is null or status = 'DONE'),
    check ((reason is not null) = (status = 'STOPPED'))
  )`,
  `create table concept_action_actor (${version},
    action_key text collate "C" not null,
    actor_key text not null references actor (key) on delete cascade,
    position int not null,
    primary key (district_key, concept_key, number, action_key, actor_key),
    foreign key (district_key, concept_key, number, action_key) references concept_action on delete cascade
  )`,
  'create index concept_action_actor_key on concept_action_actor (actor_key)',
  ...(['recommendation', 'task'] as const).map(
    (linked) => `create table concept_${linked} (${version},
    part text not null check (part in ('goal', 'action')),
    part_key text collate "C" not null,
    ${linked}_key text collate "C" not null,
    position int not null,
    primary key (district_key, concept_key, number, part, part_key, ${linked}_key),
    foreign key (district_key, concept_key, number) references concept_version on delete cascade
  )`,
  ),
];
