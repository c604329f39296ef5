import type { Writer } from '../write/write-version.ts';
import { SUCCESSION } from './succession.ts';

/**
 * Derives for each municipality that came from another district under which one the facts stand that a table lists for it
 * before it existed: all its predecessors of the day before lay there. Where they lay in several, nobody can say.
 */
export async function deriveEarlierDistricts(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.derived_earlier');
  await writer.run(DERIVED);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
}

const DERIVED = `
create temporary table derived_earlier as
with succession as materialized (${SUCCESSION}
)
select s.target_id as territory_id, min(coalesce(d.same_as, d.id)) as district_id, s.began as before
from succession s
join territory t on t.id = s.target_id and t.kind = 'municipality'
join territory p on p.id = s.source_id
join territory_life l on l.territory_id = p.id and l.version_until is null
  and coalesce(l.in_force_from, '-infinity') < s.began and coalesce(l.in_force_until, 'infinity') >= s.began - 1
join territory d on d.kind = 'district' and d.key = left(p.key, 5)
group by s.target_id, t.key, s.began
having min(d.key) = max(d.key) and min(d.key) <> left(t.key, 5)`;

const SAME = `d.territory_id = e.territory_id and d.district_id = e.district_id and d.before = e.before
  and e.version_until is null`;

const CLOSE = `
update earlier_district e set version_until = $1
where e.version_until is null and not exists (select from derived_earlier d where ${SAME})`;

const INSERT = `
insert into earlier_district (territory_id, district_id, before, version_from)
select territory_id, district_id, before, $1
from derived_earlier d
where not exists (select from earlier_district e where ${SAME})`;
