import type { Writer } from '../write/write-version.ts';
import { deriveEarlierDistricts } from './derive-earlier-districts.ts';
import { deriveLife } from './derive-life.ts';
import { TABLE_NAME } from './name-listed.ts';

/**
 * Derives versions and memberships of all territories from the registers, crosswalks and lists of changes that count,
 * whatever the order in which they were imported: consecutive registers that show a territory with the same attributes
 * prove one version. Only rows that differ from what is stored are closed and written.
 *
 * What only tables know (evidence TABLE) stays, unless an official source has come to know it; so do free groups, which
 * their files declare.
 */
export async function deriveTimeline(writer: Writer): Promise<void> {
  await writer.run(
    'drop table if exists pg_temp.known_entry, pg_temp.change_day, pg_temp.derived_version, pg_temp.derived_membership',
  );
  await deriveLife(writer);
  await writer.run(KNOWN_ENTRY);
  await writer.run('create index on known_entry (territory_id)');
  await writer.run(CHANGE_DAY);
  await writer.run('create index on change_day (territory_id)');
  await writer.run('analyze known_entry, change_day');
  await writer.run(DERIVED_VERSION);
  await writer.run(LISTED_VERSION);
  await writer.run(CLOSE_VERSIONS, [writer.version]);
  await writer.run(INSERT_VERSIONS, [writer.version]);
  await writer.run(DERIVED_MEMBERSHIP);
  await writer.run(LISTED_MEMBERSHIP);
  await writer.run(CLOSE_MEMBERSHIPS, [writer.version]);
  await writer.run(INSERT_MEMBERSHIPS, [writer.version]);
  await deriveEarlierDistricts(writer);
  await writer.run(
    'analyze territory, territory_version, territory_life, membership, register_entry, territory_link, territory_change, change_source',
  );
}

/** Entries of the registers that count; `position` numbers the registers by date. */
const KNOWN_ENTRY = `
create temporary table known_entry as
select r.position, r.territory_date, t.kind, t.key, e.*
from (
  select id, territory_date, row_number() over (order by territory_date) as position
  from register
  where version_until is null
) r
join register_entry e on e.register_id = r.id
join territory t on t.id = e.territory_id`;

/** The days on which a list says that a territory changed its name or keys and remained the same. */
const CHANGE_DAY = `
create temporary table change_day as
select distinct c.from_id as territory_id, c.effective_on as day
from territory_change c
join change_source s on s.id = c.change_source_id and s.version_until is null
where c.from_id = c.to_id and c.kinds && array['KEY_CHANGED', 'NAME_CHANGED']`;

/**
 * SQL: the columns of validity of `i` (an island of registers from `first_position` to `last_position`), for joining with
 * `whenInForce`. What the territory was before and after this is bounded by its life, or by the register that shows it
 * otherwise, or exactly by a list of changes.
 */
const IN_FORCE = `
  case when before.territory_id is null then l.valid_from else began.day end as valid_from,
  case when after.territory_id is null then l.valid_until else ended.day - 1 end as valid_until,
  case when before.territory_id is null then l.in_force_from else coalesce(began.day, i.proven_from) end as in_force_from,
  case when after.territory_id is null then l.in_force_until
    else coalesce(ended.day, after.territory_date) - 1 end as in_force_until`;

function whenInForce(id: string): string {
  return `
join derived_life l on l.territory_id = i.${id}
left join known_entry before on before.territory_id = i.${id} and before.position = i.first_position - 1
left join known_entry after on after.territory_id = i.${id} and after.position = i.last_position + 1
left join lateral (
  select max(c.day) as day from change_day c
  where c.territory_id = i.${id} and c.day > before.territory_date and c.day <= i.proven_from
) began on true
left join lateral (
  select max(c.day) as day from change_day c
  where c.territory_id = i.${id} and c.day > i.proven_until and c.day <= after.territory_date
) ended on true`;
}

const DERIVED_VERSION = `
create temporary table derived_version as
with island as (
  select territory_id, min(territory_date) as proven_from, max(territory_date) as proven_until,
    min(position) as first_position, max(position) as last_position, ars, ags, name, text_code, inhabited
  from (
    select k.*, position - row_number() over (
      partition by territory_id, ars, ags, name, text_code, inhabited order by position
    ) as island
    from known_entry k
  ) islands
  group by territory_id, ars, ags, name, text_code, inhabited, island
)
select i.territory_id, i.proven_from, i.proven_until, i.ars, i.ags, i.name, i.text_code, i.inhabited,
  'REGISTER' as evidence, ${IN_FORCE}
from island i${whenInForce('territory_id')}`;

/**
 * What no register shows but a list of changes or a crosswalk: under the name that a list, else a table, gives it. A
 * crosswalk never has a usable weight by inhabitants for an area without any.
 */
const LISTED_VERSION = `
insert into derived_version
with ${TABLE_NAME},
weighed as (
  select k.source_id as territory_id, bool_or(k.population is not null) as weighs
  from territory_link k
  join change_source s on s.id = k.change_source_id and s.kind = 'crosswalk' and s.version_until is null
  group by k.source_id
)
select l.territory_id, l.first, l.last,
  case when t.kind = 'municipality' then n.ars else t.key end, case when t.kind <> 'association' then t.key end,
  coalesce(n.name, x.name, v.name, t.key), null,
  coalesce(w.weighs, true),
  'LIST', l.valid_from, l.valid_until, l.in_force_from, l.in_force_until
from derived_life l
join territory t on t.id = l.territory_id
left join lateral (
  select c.ars, c.name
  from (
    select from_ars as ars, from_name as name, effective_on - 1 as day, change_source_id
    from territory_change where from_id = t.id
    union all
    select to_ars, to_name, effective_on, change_source_id from territory_change where to_id = t.id
  ) c
  join change_source s on s.id = c.change_source_id and s.version_until is null
  order by c.day desc, c.name limit 1
) n on true
left join lateral (
  select k.name from territory_name k
  join change_source s on s.id = k.change_source_id and s.version_until is null
  where k.territory_id = t.id order by k.day desc limit 1
) x on true
left join table_name v on v.territory_id = t.id
left join weighed w on w.territory_id = t.id
where not exists (select from known_entry k where k.territory_id = l.territory_id)`;

/** A row without its place in time among data versions, to compare what is stored with what is derived. */
const SAME_VERSION = `d.territory_id = v.territory_id and d.proven_from = v.proven_from
  and d.proven_until = v.proven_until and d.ars is not distinct from v.ars and d.ags is not distinct from v.ags
  and d.name = v.name and d.text_code is not distinct from v.text_code and d.inhabited = v.inhabited
  and ${sameTime('v')} and v.evidence = d.evidence and v.version_until is null`;

function sameTime(alias: string): string {
  return ['valid_from', 'valid_until', 'in_force_from', 'in_force_until']
    .map((column) => `d.${column} is not distinct from ${alias}.${column}`)
    .join(' and ');
}

const CLOSE_VERSIONS = `
update territory_version v set version_until = $1
where v.version_until is null and v.evidence <> 'DECLARED'
  and (v.evidence <> 'TABLE' or v.territory_id in (select territory_id from derived_version))
  and not exists (select from derived_version d where ${SAME_VERSION})`;

const INSERT_VERSIONS = `
insert into territory_version (
  territory_id, proven_from, proven_until, valid_from, valid_until, in_force_from, in_force_until,
  ars, ags, name, text_code, inhabited, evidence, version_from
)
select territory_id, proven_from, proven_until, valid_from, valid_until, in_force_from, in_force_until,
  ars, ags, name, text_code, inhabited, evidence, $1
from derived_version d
where not exists (select from territory_version v where ${SAME_VERSION})`;

/**
 * Parents by the digits of the ARS; the country has none. A Satzart-50 row of a single municipality is that municipality and no parent of
 * it; two areas of the sea have no district.
 */
const DERIVED_MEMBERSHIP = `
create temporary table derived_membership as
with island as (
  select member_id, parent_id, relation, min(territory_date) as proven_from, max(territory_date) as proven_until,
    min(position) as first_position, max(position) as last_position
  from (
    select pairs.*, position - row_number() over (partition by member_id, parent_id, relation order by position) as island
    from (
      select c.position, c.territory_date, c.territory_id as member_id, p.territory_id as parent_id, p.kind as relation
      from known_entry c
      join (values
        ('municipality', 'association', 9), ('municipality', 'district', 5), ('association', 'district', 5),
        ('district', 'region', 3), ('district', 'state', 2), ('district', 'country', 0),
        ('region', 'state', 2), ('region', 'country', 0), ('state', 'country', 0)
      ) r (child, parent, digits) on r.child = c.kind
      join known_entry p on p.position = c.position and p.kind = r.parent
        and coalesce(p.ars, '') = left(c.ars, r.digits)
      where p.kind <> 'association' or p.text_code <> '50'
    ) pairs
  ) islands
  group by member_id, parent_id, relation, island
)
select i.member_id, i.parent_id, i.relation, i.proven_from, i.proven_until, ${IN_FORCE}
from island i${whenInForce('member_id')}`;

/** What no register shows lies where the digits of its key say, as long as it lived. */
const LISTED_MEMBERSHIP = `
insert into derived_membership
select t.id, p.id, p.kind, l.first, l.last, l.valid_from, l.valid_until, l.in_force_from, l.in_force_until
from derived_life l
join territory t on t.id = l.territory_id and t.kind in ('municipality', 'district')
join (values
  ('municipality', 'district', 5), ('district', 'state', 2), ('district', 'country', 0)
) r (child, parent, digits) on r.child = t.kind
join territory p on p.kind = r.parent and p.key = case when r.parent = 'country' then 'DG' else left(t.key, r.digits) end
where not exists (select from known_entry k where k.territory_id = l.territory_id)`;

const SAME_MEMBERSHIP = `d.member_id = m.member_id and d.parent_id = m.parent_id and d.relation = m.relation
  and d.proven_from = m.proven_from and d.proven_until = m.proven_until and ${sameTime('m')} and m.version_until is null`;

/** A table may know the association of a municipality that no register shows: that stays. */
const CLOSE_MEMBERSHIPS = `
update membership m set version_until = $1
where m.version_until is null and m.relation <> 'group'
  and (
    m.member_id in (select territory_id from known_entry union select territory_id from register_entry)
    or (m.relation <> 'association' and m.member_id in (select territory_id from territory_life))
  )
  and not exists (select from derived_membership d where ${SAME_MEMBERSHIP})`;

const INSERT_MEMBERSHIPS = `
insert into membership (
  member_id, parent_id, relation, proven_from, proven_until, valid_from, valid_until, in_force_from, in_force_until,
  version_from
)
select member_id, parent_id, relation, proven_from, proven_until, valid_from, valid_until, in_force_from, in_force_until, $1
from derived_membership d
where not exists (select from membership m where ${SAME_MEMBERSHIP})`;
