import type { Writer } from '../write/write-version.ts';

/**
 * Leaves of provisional territories, and of associations that only tables know, what the remaining releases show (see
 * `extendProvisional`); nothing, where only the withdrawn one did. Their identities stay: they state nothing by themselves.
 *
 * Which territories a release named, and under which parents, stands in the rows of its own data version; the days in what
 * it delivered.
 */
export async function withdrawProvisional(
  writer: Writer,
  release: { readonly version_from: number },
): Promise<void> {
  await writer.run(`drop table if exists ${TABLES.map((table) => `pg_temp.${table}`).join(', ')}`);
  const named = await writer.run(NAMED, [release.version_from]);
  if (named === 0) return;
  await writer.run(NAMED_MEMBERSHIP, [release.version_from]);
  await writer.run(FIGURE);
  await writer.run('analyze named, named_membership, figure');
  await writer.run(SHOWN_MEMBER);
  await writer.run(SHOWN);
  await writer.run('analyze shown_member, shown');
  await writer.run(PROVISIONAL);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
  await writer.run(PROVISIONAL_MEMBER);
  await writer.run(CLOSE_MEMBERSHIPS, [writer.version]);
  await writer.run(INSERT_MEMBERSHIPS, [writer.version]);
}

const TABLES = [
  'named',
  'named_membership',
  'figure',
  'shown_member',
  'shown',
  'provisional',
  'provisional_member',
];

/** What the withdrawn release told of territories; `provisional` where no official source has told more since. */
const NAMED = `
create temporary table named as
select t.id as territory_id, t.kind, t.key, exists (
    select from territory_version v where v.territory_id = t.id and v.evidence = 'TABLE' and v.version_from = $1
  ) and exists (
    select from territory_version v where v.territory_id = t.id and v.evidence = 'TABLE' and v.version_until is null
  ) as provisional
from territory t
where t.id in (
  select territory_id from territory_version where version_from = $1 and evidence = 'TABLE'
  union
  select member_id from membership where version_from = $1
)`;

/** Those that `deriveTimeline` leaves to tables. */
const NAMED_MEMBERSHIP = `
create temporary table named_membership as
select distinct m.member_id, m.relation
from membership m
where m.version_from = $1
  and m.member_id not in (select territory_id from register_entry)
  and (m.relation = 'association' or m.member_id not in (select territory_id from territory_life))`;

/** When each remaining release shows them and their members, by its own figures. */
const FIGURE = `
create temporary table figure as
select o.release_id, o.version_from, o.territory_id, o.association_id, min(o.reference_date) as first,
  max(o.reference_date) as last
from observation o
join release r on r.id = o.release_id and r.version_from = o.version_from and r.version_until is null
where o.sign is distinct from '-' and o.territory_id in (
  select territory_id from named
  union
  select m.member_id from membership m join release r on r.version_from = m.version_from
  where m.parent_id in (select territory_id from named)
)
group by o.release_id, o.version_from, o.territory_id, o.association_id`;

const SHOWN_MEMBER = `
create temporary table shown_member as
select f.release_id, m.member_id, m.parent_id, m.relation, min(f.first) as first, max(f.last) as last
from figure f
join membership m on m.member_id = f.territory_id and m.version_from = f.version_from
join territory p on p.id = m.parent_id
where m.relation <> 'association' or f.association_id = coalesce(p.same_as, p.id)
group by f.release_id, m.member_id, m.parent_id, m.relation`;

const SHOWN = `
create temporary table shown as
select release_id, territory_id, bool_or(own) as own, min(first) as first, max(last) as last
from (
  select f.release_id, f.territory_id, true as own, f.first, f.last
  from figure f
  where exists (select from membership m where m.member_id = f.territory_id and m.version_from = f.version_from)
  union all
  select release_id, parent_id, false, first, last from shown_member
) shown
group by release_id, territory_id`;

/** The name is that of the last release with a figure of its own. */
const PROVISIONAL = `
create temporary table provisional as
select n.territory_id, n.kind, n.key, min(s.first) as proven_from, max(s.last) as proven_until, coalesce((
    select v.name
    from shown o
    join release r on r.id = o.release_id
    join territory_version v on v.territory_id = o.territory_id and v.version_from = r.version_from
      and v.evidence = 'TABLE'
    where o.territory_id = n.territory_id and o.own
    order by o.release_id desc
    limit 1
  ), n.key) as name
from named n
join shown s on s.territory_id = n.territory_id
join release r on r.id = s.release_id
join territory_version w on w.territory_id = n.territory_id and w.version_from = r.version_from and w.evidence = 'TABLE'
where n.provisional
group by n.territory_id, n.kind, n.key`;

const SAME_VERSION = `p.territory_id = v.territory_id and p.proven_from = v.proven_from
  and p.proven_until = v.proven_until and p.name = v.name and v.version_until is null`;

const CLOSE = `
update territory_version v set version_until = $1
where v.version_until is null and v.evidence = 'TABLE'
  and v.territory_id in (select territory_id from named where provisional)
  and not exists (select from provisional p where ${SAME_VERSION})`;

const INSERT = `
insert into territory_version (
  territory_id, proven_from, proven_until, in_force_from, in_force_until, ars, ags, name, inhabited, evidence, version_from
)
select territory_id, proven_from, proven_until, proven_from, proven_until,
  case when kind in ('association', 'district', 'region', 'state') then key end,
  case when kind in ('municipality', 'district', 'region', 'state') then key end,
  name, true, 'TABLE', $1
from provisional p
where not exists (select from territory_version v where ${SAME_VERSION})`;

/**
 * Each release that names parents of a member replaces those that were named before: the last one says which count, and
 * each of them counts as far back as no release in between named only others.
 */
const PROVISIONAL_MEMBER = `
create temporary table provisional_member as
with naming as (
  select distinct r.id as release_id, m.member_id, m.relation, m.parent_id
  from membership m
  join named_membership n using (member_id, relation)
  join release r on r.version_from = m.version_from and r.version_until is null
),
step as (
  select distinct release_id, member_id, relation from naming
),
last_step as (
  select member_id, relation, max(release_id) as release_id from step group by member_id, relation
),
parent as (
  select p.member_id, p.relation, p.parent_id, (
      select max(s.release_id) from step s
      where s.member_id = p.member_id and s.relation = p.relation and not exists (
        select from naming o
        where o.member_id = p.member_id and o.relation = p.relation and o.parent_id = p.parent_id
          and o.release_id = s.release_id
      )
    ) as interrupted
  from naming p
  join last_step using (member_id, relation, release_id)
)
select p.member_id, p.relation, p.parent_id, min(coalesce(a.first, s.first)) as proven_from,
  max(coalesce(a.last, s.last)) as proven_until
from parent p
join naming n using (member_id, relation, parent_id)
left join shown s on s.release_id = n.release_id and s.territory_id = n.member_id
left join shown_member a on p.relation = 'association' and a.release_id = n.release_id and a.member_id = n.member_id
  and a.parent_id = n.parent_id and a.relation = n.relation
where n.release_id > coalesce(p.interrupted, 0)
group by p.member_id, p.relation, p.parent_id`;

const SAME_MEMBERSHIP = `p.member_id = m.member_id and p.relation = m.relation and p.parent_id = m.parent_id
  and p.proven_from = m.proven_from and p.proven_until = m.proven_until and m.version_until is null`;

const CLOSE_MEMBERSHIPS = `
update membership m set version_until = $1
where m.version_until is null and (m.member_id, m.relation) in (select member_id, relation from named_membership)
  and not exists (select from provisional_member p where ${SAME_MEMBERSHIP})`;

const INSERT_MEMBERSHIPS = `
insert into membership (
  member_id, parent_id, relation, proven_from, proven_until, in_force_from, in_force_until, version_from
)
select member_id, parent_id, relation, proven_from, proven_until, proven_from, proven_until, $1
from provisional_member p
where not exists (select from membership m where ${SAME_MEMBERSHIP})`;
