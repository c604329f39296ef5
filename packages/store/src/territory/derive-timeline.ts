import type { Writer } from '../write/write-version.ts';

/**
 * Derives versions and memberships of all territories from the registers that count, whatever the order in which they
 * were imported: consecutive registers that show a territory with the same attributes prove one version. Only rows
 * that differ from what is stored are closed and written.
 *
 * What only tables know (evidence TABLE) stays, unless a register has come to know it.
 */
export async function deriveTimeline(writer: Writer): Promise<void> {
  await writer.run(
    'drop table if exists pg_temp.known_entry, pg_temp.derived_version, pg_temp.derived_membership',
  );
  await writer.run(KNOWN_ENTRY);
  await writer.run('analyze known_entry');
  await writer.run(DERIVED_VERSION);
  await writer.run(CLOSE_VERSIONS, [writer.version]);
  await writer.run(INSERT_VERSIONS, [writer.version]);
  await writer.run(DERIVED_MEMBERSHIP);
  await writer.run(CLOSE_MEMBERSHIPS, [writer.version]);
  await writer.run(INSERT_MEMBERSHIPS, [writer.version]);
  await writer.run('analyze territory, territory_version, membership, register_entry');
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

const DERIVED_VERSION = `
create temporary table derived_version as
select territory_id, min(territory_date) as proven_from, max(territory_date) as proven_until,
  ars, ags, name, text_code, inhabited
from (
  select k.*, position - row_number() over (
    partition by territory_id, ars, ags, name, text_code, inhabited order by position
  ) as island
  from known_entry k
) islands
group by territory_id, ars, ags, name, text_code, inhabited, island`;

/** A row without its place in time among data versions, to compare what is stored with what is derived. */
const SAME_VERSION = `d.territory_id = v.territory_id and d.proven_from = v.proven_from
  and d.proven_until = v.proven_until and d.ars is not distinct from v.ars and d.ags is not distinct from v.ags
  and d.name = v.name and d.text_code is not distinct from v.text_code and d.inhabited = v.inhabited
  and v.evidence = 'REGISTER' and v.version_until is null`;

const CLOSE_VERSIONS = `
update territory_version v set version_until = $1
where v.version_until is null
  and (v.evidence = 'REGISTER' or v.territory_id in (select territory_id from derived_version))
  and not exists (select from derived_version d where ${SAME_VERSION})`;

const INSERT_VERSIONS = `
insert into territory_version (
  territory_id, proven_from, proven_until, ars, ags, name, text_code, inhabited, evidence, version_from
)
select territory_id, proven_from, proven_until, ars, ags, name, text_code, inhabited, 'REGISTER', $1
from derived_version d
where not exists (select from territory_version v where ${SAME_VERSION})`;

/**
 * Parents by the digits of the ARS; the country has none. A Satzart-50 row of a single municipality is that municipality and no parent of
 * it; two areas of the sea have no district.
 */
const DERIVED_MEMBERSHIP = `
create temporary table derived_membership as
select member_id, parent_id, relation, min(territory_date) as proven_from, max(territory_date) as proven_until
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
group by member_id, parent_id, relation, island`;

const SAME_MEMBERSHIP = `d.member_id = m.member_id and d.parent_id = m.parent_id and d.relation = m.relation
  and d.proven_from = m.proven_from and d.proven_until = m.proven_until and m.version_until is null`;

const CLOSE_MEMBERSHIPS = `
update membership m set version_until = $1
where m.version_until is null
  and m.member_id in (
    select territory_id from known_entry
    union select territory_id from register_entry
  )
  and not exists (select from derived_membership d where ${SAME_MEMBERSHIP})`;

const INSERT_MEMBERSHIPS = `
insert into membership (member_id, parent_id, relation, proven_from, proven_until, version_from)
select member_id, parent_id, relation, proven_from, proven_until, $1
from derived_membership d
where not exists (select from membership m where ${SAME_MEMBERSHIP})`;
