import { writeNames } from '../territory/name-listed.ts';
import type { Writer } from '../write/write-version.ts';

/**
 * Gives territories that lists of changes or crosswalks know by their keys only the names that the remaining tables give
 * them, where a withdrawn release named them too.
 */
export async function withdrawNames(writer: Writer, release: { readonly id: number }): Promise<void> {
  await writer.run('drop table if exists pg_temp.named_version');
  const named = await writer.run(NAMED_VERSION, [release.id]);
  if (named > 0) await writeNames(writer);
}

/**
 * As `deriveTimeline` chose among the tables that were there when it last ran: the name of the latest period. After that
 * the first table that names the territory counts.
 */
const NAMED_VERSION = `
create temporary table named_version as
with derived as (
  select coalesce(max(version), 0) as version from data_version where kind in ('register', 'changes', 'crosswalk')
),
table_name as (
  select distinct on (d.territory_id) d.territory_id, d.delivered_name as name
  from release_territory d
  join release r on r.id = d.release_id and r.version_until is null
  join territory t on t.id = d.territory_id
  cross join derived
  where d.delivered_name <> t.key
    and d.territory_id in (select territory_id from release_territory where release_id = $1)
  order by d.territory_id, case when r.version_from > derived.version then r.version_from else 0 end,
    (select max(p) from unnest(r.periods) p) desc, d.delivered_name
)
select v.*, coalesce(n.name, t.key) as table_name
from territory_version v
join territory t on t.id = v.territory_id and t.evidence = 'LIST'
left join table_name n on n.territory_id = v.territory_id
where v.version_until is null and v.evidence = 'LIST' and v.name <> coalesce(n.name, t.key)
  and v.territory_id in (select territory_id from release_territory where release_id = $1)
  and not exists (
    select from territory_change c
    join change_source s on s.id = c.change_source_id and s.version_until is null
    where c.from_id = t.id or c.to_id = t.id
  )
  and not exists (
    select from territory_name c
    join change_source s on s.id = c.change_source_id and s.version_until is null
    where c.territory_id = t.id
  )`;
