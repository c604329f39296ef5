import { type Kysely, sql } from 'kysely';

/**
 * Bodies of cooperation and their meetings. A body and its members are one record, with one revision; members stand in the order of `position`.
 * `meeting_participant` is who took part: where `participants_recorded`, those and nobody else, else those who said so themselves. A resolution names a
 * joint decision of the district by its key, whatever the round.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table cooperation_body (
    district_key text not null,
    key text collate "C" not null,
    revision int not null check (revision >= 1),
    kind text not null check (kind in ('STEERING_GROUP', 'WORKING_GROUP', 'NETWORK', 'ADVISORY_COUNCIL')),
    title_de text not null,
    title_en text not null,
    purpose_de text,
    purpose_en text,
    every_months int check (every_months >= 1),
    every_weeks int check (every_weeks >= 1),
    recurs_since date,
    valid_from date,
    valid_until date,
    primary key (district_key, key),
    check ((purpose_de is null) = (purpose_en is null)),
    check (num_nonnulls(every_months, every_weeks) = num_nonnulls(recurs_since)),
    check (valid_from <= valid_until)
  )`,
  `create table body_member (
    district_key text not null,
    body_key text collate "C" not null,
    position int not null,
    actor_key text not null references actor (key) on delete cascade,
    role text not null check (role in ('CHAIR', 'MEMBER', 'GUEST', 'OFFICE')),
    valid_from date,
    valid_until date,
    primary key (district_key, body_key, position),
    foreign key (district_key, body_key) references cooperation_body (district_key, key),
    check (valid_from <= valid_until)
  )`,
  'create index body_member_actor_key on body_member (actor_key)',
  `create table body_member_municipality (
    district_key text not null,
    body_key text collate "C" not null,
    position int not null,
    municipality_key text collate "C" not null,
    primary key (district_key, body_key, position, municipality_key),
    foreign key (district_key, body_key, position) references body_member (district_key, body_key, position) on delete cascade
  )`,
  `create table body_meeting (
    district_key text not null,
    body_key text collate "C" not null,
    key text collate "C" not null,
    revision int not null check (revision >= 1),
    day date not null,
    state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    agenda text[] not null,
    links json not null,
    participants_recorded boolean not null,
    primary key (district_key, body_key, key),
    foreign key (district_key, body_key) references cooperation_body (district_key, key),
    check (state = 'HELD' or not participants_recorded)
  )`,
  'create index body_meeting_day on body_meeting (district_key, body_key, day)',
  `create table meeting_participant (
    district_key text not null,
    body_key text collate "C" not null,
    meeting_key text collate "C" not null,
    actor_key text not null references actor (key) on delete cascade,
    primary key (district_key, body_key, meeting_key, actor_key),
    foreign key (district_key, body_key, meeting_key) references body_meeting (district_key, body_key, key)
  )`,
  'create index meeting_participant_actor_key on meeting_participant (actor_key)',
  `create table meeting_resolution (
    district_key text not null,
    body_key text collate "C" not null,
    meeting_key text collate "C" not null,
    position int not null,
    text text not null,
    decision_key text collate "C",
    primary key (district_key, body_key, meeting_key, position),
    foreign key (district_key, body_key, meeting_key) references body_meeting (district_key, body_key, key)
  )`,
];
