import { encodeCopyRow } from '../database/copy-text.ts';
import type { Writer } from '../write/write-version.ts';
import type { MemberIds } from './check-members.ts';
import type { GroupFile } from './declared-group.ts';

/**
 * Writes the groups of a file: territories that are new, and rows of versions, members and declarations that differ from
 * those of the same sources that count; what the file does not hold any more is closed. Answers how many rows were closed
 * or written.
 */
export async function storeGroups(writer: Writer, file: GroupFile, idOf: MemberIds): Promise<number> {
  await stageGroups(writer, file, idOf);
  await writer.run(ADD_TERRITORIES);
  let changed = 0;
  for (const { derive, close, insert } of tables) {
    await writer.run(derive);
    changed += await writer.run(close, [writer.version, file.sources]);
    changed += await writer.run(insert, [writer.version]);
  }
  // Last, since the sources of what counts are read from it.
  changed += await writer.run(CLOSE_DECLARATIONS, [writer.version, file.sources]);
  changed += await writer.run(INSERT_DECLARATIONS, [writer.version, file.file]);
  await writer.run('analyze territory, territory_version, membership, territory_group');
  return changed;
}

async function stageGroups(writer: Writer, { groups }: GroupFile, idOf: MemberIds): Promise<void> {
  await writer.run(
    'drop table if exists pg_temp.stage_group, pg_temp.stage_member, pg_temp.declared_version, pg_temp.declared_membership',
  );
  await writer.run(
    `create temporary table stage_group (
      key text primary key, title_de text not null, title_en text not null, category text not null, source text not null
    )`,
  );
  await writer.run(
    `create temporary table stage_member (
      group_key text not null, member_id int not null, first date not null, last date
    )`,
  );
  await writer.copyIn(
    'stage_group',
    ['key', 'title_de', 'title_en', 'category', 'source'],
    groups.map(({ key, title, category, source }) =>
      encodeCopyRow([key, title.de, title.en, category, source]),
    ),
  );
  await writer.copyIn(
    'stage_member',
    ['group_key', 'member_id', 'first', 'last'],
    groups.flatMap(({ key, members }) =>
      members.map((member) =>
        encodeCopyRow([key, idOf(member), member.days?.from ?? null, member.days?.until ?? null]),
      ),
    ),
  );
}

const ADD_TERRITORIES = `
insert into territory (id, kind, key, evidence)
select (select coalesce(max(id), 0) from territory) + row_number() over (order by s.key), 'group', s.key, 'DECLARED'
from stage_group s
where not exists (select from territory t where t.kind = 'group' and t.key = s.key)`;

/** The groups that the sources $2 of the file have declared so far. */
const OF_SOURCES = `(
    select territory_id from territory_group where version_until is null and source = any($2::text[])
  )`;

const TIMES = ['proven_from', 'proven_until', 'valid_from', 'valid_until', 'in_force_from', 'in_force_until'];

/** From the first day of a member to the last: both days are declared, and that is all the proof there is. */
const DECLARED_VERSION = `
create temporary table declared_version as
select t.id as territory_id, s.title_de as name, m.first as proven_from, greatest(m.latest, m.last) as proven_until,
  m.first as valid_from, m.end_day as valid_until, m.first as in_force_from, m.end_day as in_force_until
from stage_group s
join territory t on t.kind = 'group' and t.key = s.key
join (
  select group_key, min(first) as first, max(first) as latest, max(last) as last,
    case when bool_and(last is not null) then max(last) end as end_day
  from stage_member
  group by group_key
) m on m.group_key = s.key`;

const DECLARED_MEMBERSHIP = `
create temporary table declared_membership as
select m.member_id, t.id as parent_id, m.first as proven_from, coalesce(m.last, m.first) as proven_until,
  m.first as valid_from, m.last as valid_until, m.first as in_force_from, m.last as in_force_until
from stage_member m
join territory t on t.kind = 'group' and t.key = m.group_key`;

const SAME_VERSION = `d.territory_id = v.territory_id and d.name = v.name and ${sameTimes('v')} and v.version_until is null`;
const SAME_MEMBERSHIP = `d.member_id = m.member_id and d.parent_id = m.parent_id and ${sameTimes('m')}
  and m.relation = 'group' and m.version_until is null`;

function sameTimes(alias: string): string {
  return TIMES.map((column) => `d.${column} is not distinct from ${alias}.${column}`).join(' and ');
}

const tables = [
  {
    derive: DECLARED_VERSION,
    close: `
update territory_version v set version_until = $1
where v.version_until is null and v.territory_id in ${OF_SOURCES}
  and not exists (select from declared_version d where ${SAME_VERSION})`,
    insert: `
insert into territory_version (territory_id, name, inhabited, evidence, version_from, ${TIMES.join(', ')})
select territory_id, name, true, 'DECLARED', $1, ${TIMES.join(', ')}
from declared_version d
where not exists (select from territory_version v where ${SAME_VERSION})`,
  },
  {
    derive: DECLARED_MEMBERSHIP,
    close: `
update membership m set version_until = $1
where m.version_until is null and m.relation = 'group' and m.parent_id in ${OF_SOURCES}
  and not exists (select from declared_membership d where ${SAME_MEMBERSHIP})`,
    insert: `
insert into membership (member_id, parent_id, relation, version_from, ${TIMES.join(', ')})
select member_id, parent_id, 'group', $1, ${TIMES.join(', ')}
from declared_membership d
where not exists (select from membership m where ${SAME_MEMBERSHIP})`,
  },
] as const;

const SAME_DECLARATION = `t.id = g.territory_id and s.title_de = g.title_de and s.title_en = g.title_en
  and s.category = g.category and s.source = g.source and g.version_until is null`;

const CLOSE_DECLARATIONS = `
update territory_group g set version_until = $1
where g.version_until is null and g.source = any($2::text[]) and not exists (
  select from stage_group s join territory t on t.kind = 'group' and t.key = s.key where ${SAME_DECLARATION}
)`;

const INSERT_DECLARATIONS = `
insert into territory_group (territory_id, title_de, title_en, category, source, file, version_from)
select t.id, s.title_de, s.title_en, s.category, s.source, $2, $1
from stage_group s
join territory t on t.kind = 'group' and t.key = s.key
where not exists (select from territory_group g where ${SAME_DECLARATION})`;
