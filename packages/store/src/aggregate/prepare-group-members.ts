import type { Writer } from '../write/write-version.ts';

/**
 * Lays out who belongs to the free groups that count, as temporary tables:
 * - `group_membership`: the members with the days between which they belong to a group. `member_id` is the territory
 *   under which the facts of a member are stored, `kind` what that is;
 * - `group_source`: the districts under which figures of a member lie; `observed` where they are those of a municipality,
 *   which has no aggregate of its own.
 *
 * Answers false, and prepares nothing, as long as no group was ever declared.
 */
export async function prepareGroupMembers(writer: Writer): Promise<boolean> {
  const groups = await writer.rows(`select from territory where kind = 'group' limit 1`);
  if (groups.length === 0) return false;
  await writer.run('drop table if exists pg_temp.group_membership, pg_temp.group_source');
  await writer.run(GROUP_MEMBERSHIP);
  await writer.run(GROUP_SOURCE);
  await writer.run('create index on group_source (district_id)');
  await writer.run('analyze group_membership, group_source');
  return true;
}

const GROUP_MEMBERSHIP = `
create temporary table group_membership as
select m.parent_id, f.id as member_id, f.kind, m.member_id as role_id, m.in_force_from, m.in_force_until
from membership m
join territory c on c.id = m.member_id
join territory f on f.id = coalesce(c.same_as, c.id)
where m.relation = 'group' and m.version_until is null`;

const GROUP_SOURCE = `
create temporary table group_source as
select parent_id, member_id, kind = 'municipality' as observed, member_id as district_id from group_membership
union
select g.parent_id, g.member_id, true, coalesce(d.same_as, d.id)
from group_membership g
join membership m on m.member_id = g.member_id and m.relation = 'district' and m.version_until is null
join territory d on d.id = m.parent_id
where g.kind = 'municipality'`;
