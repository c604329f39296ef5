import type { Writer } from '../write/write-version.ts';

/**
 * Moves facts that were stored under a territory which the registers now know as a role of another one: before any
 * register, 16098 and 16098000 of a table are two territories; then they are one kreisfreie Stadt, whose facts stand
 * under the district. Cells are closed and written again in the new data version, under the release that delivered
 * them. Where one input delivered both roles, the latest release counts, and of one release the row that says
 * something, then that of the highest role, as when a release is read (see `mergeDoubled`).
 */
export async function moveFacts(writer: Writer): Promise<void> {
  const displaced = await writer.rows(
    `select from observation where version_until is null
       and (territory_id in ${ALIASES} or district_id in ${ALIASES} or association_id in ${ALIASES})
     limit 1`,
  );
  if (displaced.length === 0) return;
  await writer.run('drop table if exists pg_temp.moving');
  await writer.run(MOVING);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
  await writer.run(TOUCH_SERIES);
}

/** As sets that are hashed: looking millions of cells up in lists of thousands takes minutes. */
const ALIASES = '(select id from territory where same_as is not null)';
const CANONICAL = '(select same_as from territory where same_as is not null)';

/** The displaced cells and those that stand already where they belong; of each place the first one stays or moves. */
const MOVING = `
create temporary table moving as
select c.*, row_number() over (
    partition by new_district_id, measure_id, input_id, new_territory_id, period, breakdown_id
    order by release_id desc, status >= 70 desc, sign is not distinct from '-', in_place desc, territory_id
  ) as rank
from (
  select o.*, d.new_id as new_district_id, t.new_id as new_territory_id,
    case when a.same_as is null then o.association_id end as new_association_id,
    o.district_id = d.new_id and o.territory_id = t.new_id and a.same_as is null as in_place
  from observation o
  join (select id, coalesce(same_as, id) as new_id from territory) d on d.id = o.district_id
  join (select id, coalesce(same_as, id) as new_id from territory) t on t.id = o.territory_id
  left join territory a on a.id = o.association_id
  where o.version_until is null
    and (t.new_id in ${CANONICAL} or d.new_id in ${CANONICAL} or a.same_as is not null)
) c`;

const CLOSE = `
update observation o set version_until = $1
from moving m
where o.district_id = m.district_id and o.measure_id = m.measure_id and o.input_id = m.input_id
  and o.territory_id = m.territory_id and o.period = m.period and o.breakdown_id = m.breakdown_id
  and o.version_until is null and not (m.rank = 1 and m.in_place)`;

const INSERT = `
insert into observation (
  district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
)
select new_district_id, measure_id, input_id, new_territory_id, period, breakdown_id, $1,
  release_id, new_association_id, value, status, flags, sign, reference_date, boundary_date
from moving
where rank = 1 and not in_place`;

/** The series of the roles that hold no facts any more; the cells where they belong now are touched with all others. */
const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select distinct district_id, territory_id, measure_id, breakdown_id from moving where not in_place`;
