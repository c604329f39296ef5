import { type Kysely, sql } from 'kysely';

/**
 * Joint decisions. `joint_decision_entry` is their history, which is only ever added to: what a decision is follows from it alone. `joint_decision` says
 * where each stands, for lists and so that two who act at once meet in one row; `joint_decision_party` who is asked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table joint_decision (
    district_key text not null,
    key text collate "C" not null,
    round int not null check (round >= 1),
    revision int not null check (revision >= 1),
    state text not null check (state in ('DRAFT', 'CONSULTATION', 'OPEN', 'CLOSED', 'ADOPTED', 'NOT_ADOPTED', 'WITHDRAWN')),
    title_de text not null,
    title_en text not null,
    consultation_last_day date,
    voting_last_day date,
    ended_on date,
    primary key (district_key, key, round),
    check ((ended_on is not null) = (state in ('ADOPTED', 'NOT_ADOPTED', 'WITHDRAWN')))
  )`,
  `create table joint_decision_entry (
    district_key text not null,
    key text collate "C" not null,
    round int not null,
    revision int not null,
    kind text not null,
    happened_on date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    event json not null,
    primary key (district_key, key, round, revision),
    foreign key (district_key, key, round) references joint_decision (district_key, key, round)
  )`,
  `create table joint_decision_party (
    district_key text not null,
    key text collate "C" not null,
    round int not null,
    kind text not null check (kind in ('DISTRICT', 'MUNICIPALITY', 'ACTOR')),
    party_key text not null,
    primary key (district_key, key, round, kind, party_key),
    foreign key (district_key, key, round) references joint_decision (district_key, key, round)
  )`,
  'create index joint_decision_party_key on joint_decision_party (party_key)',
];
