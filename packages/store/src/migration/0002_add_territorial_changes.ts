import { type Kysely, sql } from 'kysely';

/**
 * Territories over time:
 * - `change_source`: an official list of changes or a crosswalk that was imported; its rows stand in `territory_change`
 *   (as listed) and `territory_link` (what part of a territory lies in which later one);
 * - `territory_life`: when a territory is proven live, and from when until when it counts as live;
 * - `earlier_district`: under which district the facts of a municipality stand that a table lists before it existed;
 * - `reform`: the days on which the boundaries of a territory moved;
 * - `in_force_from` / `in_force_until` of versions and memberships: when they count, null = open. Until the next register
 *   that says otherwise, or the day that a list of changes names.
 *
 * All of them are small reference tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table data_version drop constraint data_version_kind_check`,
  `alter table data_version add constraint data_version_kind_check check (kind in (
    'release', 'withdrawal', 'catalogue', 'register', 'rebuild', 'changes', 'crosswalk', 'boundaries', 'groups'
  ))`,
  `alter table territory drop constraint territory_evidence_check`,
  `alter table territory add constraint territory_evidence_check check (evidence in ('REGISTER', 'LIST', 'TABLE'))`,
  `alter table territory_version drop constraint territory_version_evidence_check`,
  `alter table territory_version add constraint territory_version_evidence_check
    check (evidence in ('REGISTER', 'LIST', 'TABLE'))`,
  `alter table membership drop constraint membership_relation_check`,
  `alter table membership add constraint membership_relation_check
    check (relation in ('association', 'district', 'region', 'state', 'country', 'group'))`,

  `create table change_source (
    id int primary key,
    kind text not null check (kind in ('changes', 'crosswalk')),
    territory_kind text,
    file text not null,
    checksum text not null,
    covers_from date not null,
    covers_until date not null,
    source_days date[] not null,
    target_on date,
    demo boolean not null,
    version_from int not null,
    version_until int
  )`,
  `create table territory_change (
    change_source_id int not null,
    line int not null,
    reference text not null,
    kinds text[] not null,
    territory_kind text not null,
    from_id int not null,
    to_id int not null,
    from_ars text not null,
    from_name text not null,
    to_ars text not null,
    to_name text not null,
    area_square_metres double precision,
    population int,
    legal_on date not null,
    effective_on date not null,
    primary key (change_source_id, line)
  )`,
  `create table territory_link (
    change_source_id int not null,
    source_id int not null,
    target_id int not null,
    source_from date not null,
    source_until date not null,
    target_on date not null,
    population double precision,
    area double precision,
    employment double precision,
    primary key (change_source_id, source_id, target_id, source_from)
  )`,
  `create index territory_link_target on territory_link (target_id)`,
  `create table territory_name (
    change_source_id int not null,
    territory_id int not null,
    day date not null,
    name text not null,
    primary key (change_source_id, territory_id, day)
  )`,
  `create table territory_life (
    territory_id int not null,
    first date not null,
    last date not null,
    valid_from date,
    valid_until date,
    in_force_from date,
    in_force_until date,
    version_from int not null,
    version_until int,
    primary key (territory_id, version_from)
  )`,
  `create table earlier_district (
    territory_id int not null,
    district_id int not null,
    before date not null,
    version_from int not null,
    version_until int,
    primary key (territory_id, version_from)
  )`,
  `create table reform (
    territory_id int not null,
    day date not null,
    moves_population boolean not null,
    version_from int not null,
    version_until int,
    primary key (territory_id, day, version_from)
  )`,

  `alter table territory_version add column in_force_from date, add column in_force_until date`,
  `alter table membership add column in_force_from date, add column in_force_until date`,
  ...['territory_version', 'membership'].map(
    (table) => `
  update ${table} v set
    in_force_from = nullif(v.proven_from, case when t.evidence = 'REGISTER' then r.first end),
    in_force_until = case when t.evidence = 'TABLE' then v.proven_until else r.next - 1 end
  from ${table} o
  join territory t on t.id = o.${table === 'membership' ? 'member_id' : 'territory_id'}
  cross join lateral (
    select min(g.territory_date) as first, min(g.territory_date) filter (where g.territory_date > o.proven_until) as next
    from register g
    where g.version_from <= o.version_from and (g.version_until is null or g.version_until > o.version_from)
  ) r
  where o.ctid = v.ctid`,
  ),
  `insert into territory_life (territory_id, first, last, in_force_from, in_force_until, version_from)
  select v.territory_id, min(v.proven_from), max(v.proven_until),
    case when bool_and(v.in_force_from is not null) then min(v.in_force_from) end,
    case when bool_and(v.in_force_until is not null) then max(v.in_force_until) end, p.version
  from territory_version v
  cross join published_pointer p
  where v.evidence = 'REGISTER' and v.version_until is null
  group by v.territory_id, p.version`,

  `alter table aggregate add column boundary_date date`,
  `update aggregate set boundary_date = case length(period)
    when 4 then make_date(period::int, 12, 31)
    else (case when substr(period, 6, 1) = 'Q'
      then make_date(left(period, 4)::int, 3 * substr(period, 7, 1)::int, 1)
      else make_date(left(period, 4)::int, substr(period, 6, 2)::int, 1) end + interval '1 month - 1 day')::date
  end`,
];
