import type { Writer } from '../write/write-version.ts';

/**
 * Writes versions and memberships of territories that no register knows, from a staged release: name and validity as
 * the table says. A provisional territory is proven for the periods in which it or a member carries a figure, from the
 * first to the last; a later release can only extend that.
 */
export async function extendProvisional(writer: Writer): Promise<void> {
  const provisional = await writer.rows('select from stage_membership limit 1');
  if (provisional.length === 0) return;
  await writer.run('drop table if exists pg_temp.provisional, pg_temp.provisional_member');
  await writer.run(PROVISIONAL);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
  await writer.run(PROVISIONAL_MEMBER);
  await writer.run(CLOSE_MEMBERSHIPS, [writer.version]);
  await writer.run(INSERT_MEMBERSHIPS, [writer.version]);
}

const PROVISIONAL = `
create temporary table provisional as
with concerned as (
  select no, own_id, name from stage_place where own_id in (select member_id from stage_membership)
),
figure as (
  select p.own_id as territory_id, min(p.name) as name, min(m.reference_date) as first, max(m.reference_date) as last
  from stage_cell c
  join concerned p on p.no = c.place_no
  join stage_moment m on m.no = c.moment_no
  where c.sign is distinct from '-'
  group by p.own_id
),
named as (
  select territory_id, name, first, last from figure
  union all
  select s.parent_id, null, f.first, f.last from stage_membership s join figure f on f.territory_id = s.member_id
)
select t.id as territory_id, t.kind, t.key, coalesce(min(n.name), min(v.name), t.key) as name,
  least(min(n.first), min(v.proven_from)) as proven_from, greatest(max(n.last), max(v.proven_until)) as proven_until
from named n
join territory t on t.id = n.territory_id and t.evidence = 'TABLE'
left join territory_version v on v.territory_id = t.id and v.version_until is null
group by t.id, t.kind, t.key`;

const CLOSE = `
update territory_version v set version_until = $1
from provisional p
where v.territory_id = p.territory_id and v.version_until is null and v.evidence = 'TABLE'`;

const INSERT = `
insert into territory_version (
  territory_id, proven_from, proven_until, in_force_from, in_force_until, ars, ags, name, inhabited, evidence, version_from
)
select territory_id, proven_from, proven_until, proven_from, proven_until,
  case when kind in ('association', 'district', 'region', 'state') then key end,
  case when kind in ('municipality', 'district', 'region', 'state') then key end,
  name, true, 'TABLE', $1
from provisional`;

/** Proven as long as the member is. A member of a table that names no association keeps the one another named. */
const PROVISIONAL_MEMBER = `
create temporary table provisional_member as
select s.member_id, s.parent_id, s.relation, p.proven_from, p.proven_until
from stage_membership s
join provisional p on p.territory_id = s.member_id`;

const CLOSE_MEMBERSHIPS = `
update membership m set version_until = $1
from provisional_member p
where m.member_id = p.member_id and m.relation = p.relation and m.version_until is null`;

const INSERT_MEMBERSHIPS = `
insert into membership (
  member_id, parent_id, relation, proven_from, proven_until, in_force_from, in_force_until, version_from
)
select member_id, parent_id, relation, proven_from, proven_until, proven_from, proven_until, $1 from provisional_member`;
