import type { Writer } from '../write/write-version.ts';

/**
 * Puts facts where they belong that a table without rows of districts lists under a key which did not exist yet: under
 * the district of the day (see `deriveEarlierDistricts`), or back under that of the key when it is known better. In a
 * table that delivers districts the key's own district decides; of several tables the latest. Cells are closed and written
 * again. `observations` is a query that holds all rows of the cells to look at, by default everything.
 */
export async function moveToEarlierDistricts(writer: Writer, observations = 'observation'): Promise<void> {
  await writer.run('drop table if exists pg_temp.relocated');
  const moved = await writer.run(relocated(observations));
  if (moved === 0) return;
  await writer.run(REMOVE, [writer.version]);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
  await writer.run(TOUCH);
  await writer.run(TOUCH_SERIES);
}

function relocated(observations: string): string {
  return `
create temporary table relocated as
select o.*, x.new_district_id
from (
  select o.*, first_value('district' = any(r.levels)) over (
    partition by o.territory_id, o.measure_id, o.period, o.breakdown_id
    order by o.sign is not distinct from '-', o.release_id desc
  ) as by_key
  from ${observations} o
  join (select distinct territory_id from earlier_district) any_time on any_time.territory_id = o.territory_id
  join release r on r.id = o.release_id
  where o.version_until is null
) o
join territory t on t.id = o.territory_id
join territory k on k.kind = 'district' and k.key = left(t.key, 5)
left join earlier_district e on e.territory_id = o.territory_id and e.version_until is null and o.boundary_date < e.before
  and not o.by_key
cross join lateral (select coalesce(e.district_id, k.same_as, k.id) as new_district_id) x
where x.new_district_id <> o.district_id`;
}

const IS_RELOCATED = `o.district_id = m.district_id and o.measure_id = m.measure_id and o.input_id = m.input_id
  and o.territory_id = m.territory_id and o.period = m.period and o.breakdown_id = m.breakdown_id
  and o.version_until is null`;

/** What this very data version has written elsewhere was never true. */
const REMOVE = `
delete from observation o
using relocated m
where ${IS_RELOCATED} and o.version_from = $1`;

const CLOSE = `
update observation o set version_until = $1
from relocated m
where ${IS_RELOCATED}`;

const INSERT = `
insert into observation (
  district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
)
select new_district_id, measure_id, input_id, territory_id, period, breakdown_id, $1,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
from relocated`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select district_id, measure_id, period, breakdown_id from relocated
union
select new_district_id, measure_id, period, breakdown_id from relocated
on conflict do nothing`;

const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select distinct district_id, territory_id, measure_id, breakdown_id from relocated
union
select distinct new_district_id, territory_id, measure_id, breakdown_id from relocated`;
