import type { Writer } from '../write/write-version.ts';

/**
 * Touches all cells of the districts with a member that this data version came to know otherwise: when it lived, what it
 * belongs to, whether anybody lives there. And the series of territories of which a reform was found or is none any more.
 */
export async function touchChangedTerritories(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.changed_district, pg_temp.reformed');
  await writer.run(CHANGED_DISTRICT, [writer.version]);
  await writer.run(REFORMED, [writer.version]);
  await writer.run('analyze changed_district, reformed');
  await writer.run(TOUCH);
  await writer.run(TOUCH_SERIES);
}

const CHANGED_DISTRICT = `
create temporary table changed_district as
with changed as (
  select territory_id from territory_life where version_from = $1 or version_until = $1
  union
  select member_id from membership where version_from = $1 or version_until = $1
  union
  select territory_id from territory_version where version_from = $1 or version_until = $1
)
select distinct coalesce(d.same_as, d.id) as id
from changed c
left join membership m on m.member_id = c.territory_id and m.relation = 'district'
join territory d on d.id = coalesce(m.parent_id, c.territory_id)`;

/** Under the district that its facts stand under; a state or a group stands for itself. */
const REFORMED = `
create temporary table reformed as
select distinct territory_id from reform where version_from = $1 or version_until = $1`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct district_id, measure_id, period, breakdown_id
from observation
where district_id in (select id from changed_district) and version_until is null
union
select distinct district_id, measure_id, period, breakdown_id
from aggregate
where district_id in (select id from changed_district) and version_until is null
on conflict do nothing`;

const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select distinct district_id, territory_id, measure_id, breakdown_id
from observation
where version_until is null
  and (territory_id in (select territory_id from reformed) or district_id in (select id from changed_district))
union
select distinct district_id, territory_id, measure_id, breakdown_id
from aggregate
where version_until is null and territory_id in (select territory_id from reformed)`;
