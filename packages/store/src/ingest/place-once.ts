import { moveToEarlierDistricts } from '../territory/move-to-earlier-districts.ts';
import type { Writer } from '../write/write-version.ts';

/**
 * Closes what the same input had delivered of the staged cells under another district. Tables with rows of districts and
 * tables without them may place a municipality that changed its district differently (see `placeByDay`).
 */
export async function placeOnce(writer: Writer, inputId: number): Promise<void> {
  await writer.run(CLOSE_ELSEWHERE, [writer.version, inputId]);
}

/**
 * Leaves each cell that was delivered or closed under one district where several inputs deliver it: the latest delivery that is
 * still there decides for all (see `moveToEarlierDistricts`).
 */
export async function placeTogether(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.moving_cell');
  const cells = await writer.run(MOVING_CELL);
  if (cells === 0) return;
  await writer.run('analyze moving_cell');
  await moveToEarlierDistricts(writer, OBSERVATIONS);
}

/** SQL: the districts under which the facts of a municipality that changed its district may stand. */
export const POSSIBLE_DISTRICTS = `
select territory_id, district_id from earlier_district where version_until is null
union
select e.territory_id, coalesce(k.same_as, k.id)
from earlier_district e
join territory t on t.id = e.territory_id
join territory k on k.kind = 'district' and k.key = left(t.key, 5)
where e.version_until is null`;

const CLOSE_ELSEWHERE = `
with elsewhere as (
  update observation o set version_until = $1
  from (${POSSIBLE_DISTRICTS}) p
  join stage_cell c on c.territory_id = p.territory_id and c.district_id <> p.district_id
  where o.district_id = p.district_id and o.measure_id = c.measure_id and o.input_id = $2
    and o.territory_id = c.territory_id and o.period = c.period and o.breakdown_id = c.breakdown_id
    and o.version_until is null
  returning o.district_id, o.measure_id, o.territory_id, o.period, o.breakdown_id
)
insert into closed_cell (district_id, measure_id, territory_id, period, breakdown_id) select * from elsewhere`;

const MOVING_CELL = `
create temporary table moving_cell as
select p.district_id, c.measure_id, c.territory_id, c.period, c.breakdown_id
from (
  select measure_id, territory_id, period, breakdown_id from stage_cell
  union
  select measure_id, territory_id, period, breakdown_id from closed_cell
) c
join (${POSSIBLE_DISTRICTS}) p using (territory_id)`;

const OBSERVATIONS = `(
    select o.* from moving_cell join observation o using (district_id, measure_id, territory_id, period, breakdown_id)
  )`;
