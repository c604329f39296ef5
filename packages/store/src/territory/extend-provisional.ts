import type { Writer } from '../write/write-version.ts';

/**
 * Writes what only tables know, from a staged release: versions and memberships of provisional territories, and the
 * associations of municipalities that crosswalks and lists of changes know. Names and time as the table says: proven for
 * the periods in which the territory or a member carries a figure, from the first to the last; a later release can only
 * extend that.
 */
export async function extendProvisional(writer: Writer): Promise<void> {
  const provisional = await writer.rows('select from stage_membership limit 1');
  if (provisional.length === 0) return;
  await writer.run(
    'drop table if exists pg_temp.figure, pg_temp.shown_member, pg_temp.shown, pg_temp.provisional, pg_temp.provisional_member',
  );
  await writer.run(FIGURE);
  await writer.run(SHOWN_MEMBER);
  await writer.run(SHOWN);
  await writer.run(PROVISIONAL);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
  await writer.run(PROVISIONAL_MEMBER);
  await writer.run(CLOSE_MEMBERSHIPS, [writer.version]);
  await writer.run(INSERT_MEMBERSHIPS, [writer.version]);
}

/** When the release shows which territory, in which association. */
const FIGURE = `
create temporary table figure as
with concerned as (
  select no, own_id, name from stage_place where own_id in (select member_id from stage_membership)
)
select p.own_id as territory_id, c.association_id, min(p.name) as name, min(m.reference_date) as first,
  max(m.reference_date) as last
from stage_cell c
join concerned p on p.no = c.place_no
join stage_moment m on m.no = c.moment_no
where c.sign is distinct from '-'
group by p.own_id, c.association_id`;

/** A table that lists a municipality under each association it belonged to says when that was by its figures. */
const SHOWN_MEMBER = `
create temporary table shown_member as
select n.member_id, n.parent_id, n.relation, min(f.first) as first, max(f.last) as last
from stage_membership n
join territory p on p.id = n.parent_id
join figure f on f.territory_id = n.member_id
  and (n.relation <> 'association' or f.association_id = coalesce(p.same_as, p.id))
group by n.member_id, n.parent_id, n.relation`;

const SHOWN = `
create temporary table shown as
select territory_id, min(name) as name, min(first) as first, max(last) as last
from (
  select territory_id, name, first, last from figure
  union all
  select parent_id, null, first, last from shown_member
) shown
group by territory_id`;

const PROVISIONAL = `
create temporary table provisional as
select t.id as territory_id, t.kind, t.key, coalesce(s.name, min(v.name), t.key) as name,
  least(s.first, min(v.proven_from)) as proven_from, greatest(s.last, max(v.proven_until)) as proven_until
from shown s
join territory t on t.id = s.territory_id and t.evidence = 'TABLE'
left join territory_version v on v.territory_id = t.id and v.version_until is null
group by t.id, t.kind, t.key, s.name, s.first, s.last`;

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

/** A member of a table that names no association keeps the one another named. */
const PROVISIONAL_MEMBER = `
create temporary table provisional_member as
select n.member_id, n.parent_id, n.relation,
  least(coalesce(a.first, s.first), m.proven_from) as proven_from,
  greatest(coalesce(a.last, s.last), m.proven_until) as proven_until
from stage_membership n
join shown s on s.territory_id = n.member_id
left join shown_member a on n.relation = 'association'
  and a.member_id = n.member_id and a.parent_id = n.parent_id and a.relation = n.relation
left join membership m on m.member_id = n.member_id and m.parent_id = n.parent_id and m.relation = n.relation
  and m.version_until is null
where n.relation <> 'association' or a.member_id is not null`;

const CLOSE_MEMBERSHIPS = `
update membership m set version_until = $1
from provisional_member p
where m.member_id = p.member_id and m.relation = p.relation and m.version_until is null`;

const INSERT_MEMBERSHIPS = `
insert into membership (
  member_id, parent_id, relation, proven_from, proven_until, in_force_from, in_force_until, version_from
)
select member_id, parent_id, relation, proven_from, proven_until, proven_from, proven_until, $1 from provisional_member`;
