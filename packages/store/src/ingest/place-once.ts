import type { Writer } from '../write/write-version.ts';

/**
 * Leaves each delivered cell under one district. Tables with rows of districts and tables without them may place a
 * municipality that changed its district differently (see `placeByDay`): the latest delivery decides for all. What the same
 * input had delivered elsewhere is closed, what other inputs deliver goes where this release places it.
 */
export async function placeOnce(writer: Writer, inputId: number): Promise<void> {
  await writer.run('drop table if exists pg_temp.elsewhere');
  const found = await writer.run(ELSEWHERE);
  if (found === 0) return;
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version, inputId]);
  await writer.run(NOTE);
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

const ELSEWHERE = `
create temporary table elsewhere as
select o.*, c.district_id as placed_id
from (${POSSIBLE_DISTRICTS}) p
join stage_cell c on c.territory_id = p.territory_id and c.district_id <> p.district_id
join observation o on o.district_id = p.district_id and o.measure_id = c.measure_id and o.territory_id = c.territory_id
  and o.period = c.period and o.breakdown_id = c.breakdown_id and o.version_until is null`;

const CLOSE = `
update observation o set version_until = $1
from elsewhere e
where o.district_id = e.district_id and o.measure_id = e.measure_id and o.input_id = e.input_id
  and o.territory_id = e.territory_id and o.period = e.period and o.breakdown_id = e.breakdown_id
  and o.version_until is null`;

const INSERT = `
insert into observation (
  district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
)
select placed_id, measure_id, input_id, territory_id, period, breakdown_id, $1,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
from elsewhere
where input_id <> $2`;

const NOTE = `
insert into closed_cell (district_id, measure_id, territory_id, period, breakdown_id)
select district_id, measure_id, territory_id, period, breakdown_id from elsewhere`;
