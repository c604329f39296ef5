import type { Writer } from '../write/write-version.ts';

/**
 * Writes versions and memberships of territories that no register knows, from a placed release: name and validity as
 * the table says. A provisional territory is proven for the periods in which it carries a figure, from its first to
 * its last; a later release can only extend that.
 */
export async function extendProvisional(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.provisional, pg_temp.provisional_member');
  await writer.run(PROVISIONAL);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
  await writer.run(PROVISIONAL_MEMBER);
  await writer.run(CLOSE_MEMBERSHIPS, [writer.version]);
  await writer.run(INSERT_MEMBERSHIPS, [writer.version]);
}

/** Parents that the table names only in its members' keys are proven as long as the members are. */
const PROVISIONAL = `
create temporary table provisional as
with concerned as (
  select p.own_id from stage_place p join territory t on t.id = p.own_id where t.evidence = 'TABLE'
  union
  select own.id
  from stage_parent s
  join territory own on own.kind = s.kind and own.key = s.key
  join territory t on t.kind = s.parent_kind and t.key = s.parent_key
  where t.evidence = 'TABLE'
  union
  select p.own_id from stage_place p join territory t on t.id = p.association_id where t.evidence = 'TABLE'
),
figure as (
  select p.own_id as territory_id, min(p.name) as name, min(m.reference_date) as first, max(m.reference_date) as last
  from placed_cell c
  join stage_place p on p.no = c.territory_no
  join stage_moment m on m.measure_id = c.measure_id and m.period = c.period and m.state = coalesce(c.state, '')
  where c.sign is distinct from '-' and p.own_id in (select own_id from concerned)
  group by p.own_id
),
parent as (
  select t.id as territory_id, min(f.first) as first, max(f.last) as last
  from figure f
  join territory own on own.id = f.territory_id
  join stage_parent s on s.kind = own.kind and s.key = own.key
  join territory t on t.kind = s.parent_kind and t.key = s.parent_key
  group by t.id
),
association as (
  select t.id as territory_id, min(f.first) as first, max(f.last) as last
  from figure f
  join stage_place p on p.own_id = f.territory_id
  join stage_territory s on s.no = p.no
  join territory t on t.kind = 'association' and t.key = s.association_key
  group by t.id
),
named as (
  select territory_id, name, first, last from figure
  union all select territory_id, null, first, last from parent
  union all select territory_id, null, first, last from association
)
select t.id as territory_id, t.kind, t.key, coalesce(min(n.name), t.key) as name,
  least(min(n.first), min(v.proven_from)) as proven_from, greatest(max(n.last), max(v.proven_until)) as proven_until
from named n
join territory t on t.id = n.territory_id
left join territory_version v on v.territory_id = t.id and v.version_until is null
where t.evidence = 'TABLE'
group by t.id, t.kind, t.key`;

const CLOSE = `
update territory_version v set version_until = $1
from provisional p
where v.territory_id = p.territory_id and v.version_until is null and v.evidence = 'TABLE'`;

const INSERT = `
insert into territory_version (
  territory_id, proven_from, proven_until, ars, ags, name, inhabited, evidence, version_from
)
select territory_id, proven_from, proven_until,
  case when kind in ('municipality', 'country', 'part', 'group') then null else key end,
  case when kind in ('municipality', 'district', 'region', 'state') then key end,
  name, true, 'TABLE', $1
from provisional`;

const CLOSE_MEMBERSHIPS = `
update membership m set version_until = $1
from provisional_member p
where m.member_id = p.member_id and m.relation = p.relation and m.version_until is null`;

const INSERT_MEMBERSHIPS = `
insert into membership (member_id, parent_id, relation, proven_from, proven_until, version_from)
select member_id, parent_id, relation, proven_from, proven_until, $1 from provisional_member`;

/** The members of a table that names no association keep the one that another table named. */
const PROVISIONAL_MEMBER = `
create temporary table provisional_member as
select distinct on (p.territory_id, t.kind)
  p.territory_id as member_id, t.id as parent_id, t.kind as relation, p.proven_from, p.proven_until
from provisional p
join (
  select kind, key, parent_kind, parent_key from stage_parent
  union
  select kind, key, 'association', association_key from stage_territory where association_key is not null
  union
  select parent_kind, parent_key, 'state', left(parent_key, 2) from stage_parent where parent_kind in ('district', 'region')
  union
  select parent_kind, parent_key, 'region', left(parent_key, 3) from stage_parent
  where parent_kind = 'district' and substr(parent_key, 3, 1) <> '0'
  union
  select parent_kind, parent_key, 'country', 'DG' from stage_parent where parent_kind in ('district', 'region', 'state')
  union
  select 'association', association_key, 'district', left(association_key, 5)
  from stage_territory where association_key is not null
) s on s.kind = p.kind and s.key = p.key
join territory t on t.kind = s.parent_kind and t.key = s.parent_key
where (p.kind = 'municipality' and t.kind in ('association', 'district'))
  or (p.kind in ('association', 'part') and t.kind = 'district')
  or (p.kind = 'district' and t.kind in ('region', 'state', 'country'))
  or (p.kind = 'region' and t.kind in ('state', 'country'))
  or (p.kind = 'state' and t.kind = 'country')
order by p.territory_id, t.kind, t.key`;
