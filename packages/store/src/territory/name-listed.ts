import type { Writer } from '../write/write-version.ts';

/** SQL: names from tables, of those that were delivered for the latest period the name that sorts first. */
export const TABLE_NAME = tableName('true');

function tableName(condition: string): string {
  return `table_name as (
  select distinct on (d.territory_id) d.territory_id, d.delivered_name as name
  from release_territory d
  join release r on r.id = d.release_id and r.version_until is null
  join territory t on t.id = d.territory_id and t.evidence = 'LIST'
  where d.delivered_name <> t.key and ${condition}
  order by d.territory_id, (select max(p) from unnest(r.periods) p) desc, d.delivered_name
)`;
}

/**
 * Names territories that a list of changes or a crosswalk knows by their keys only, as the tables do that a release
 * brought. The release must be stored.
 */
export async function nameListed(writer: Writer, release: number): Promise<void> {
  await writer.run('drop table if exists pg_temp.named_version');
  const named = await writer.run(NAMED_VERSION, [release]);
  if (named > 0) await writeNames(writer);
}

/** Closes the versions in the temporary table `named_version` and writes them again with their `table_name`. */
export async function writeNames(writer: Writer): Promise<void> {
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
}

const OF_RELEASE = 'd.territory_id in (select territory_id from release_territory where release_id = $1)';

const NAMED_VERSION = `
create temporary table named_version as
with ${tableName(OF_RELEASE)}
select v.*, n.name as table_name
from territory_version v
join territory t on t.id = v.territory_id and v.name = t.key
join table_name n on n.territory_id = v.territory_id
where v.version_until is null and v.evidence = 'LIST'`;

const CLOSE = `
update territory_version v set version_until = $1
from named_version n
where v.territory_id = n.territory_id and v.proven_from = n.proven_from and v.version_until is null`;

const INSERT = `
insert into territory_version (
  territory_id, proven_from, proven_until, valid_from, valid_until, in_force_from, in_force_until,
  ars, ags, name, text_code, inhabited, evidence, version_from
)
select territory_id, proven_from, proven_until, valid_from, valid_until, in_force_from, in_force_until,
  ars, ags, table_name, text_code, inhabited, evidence, $1
from named_version`;
