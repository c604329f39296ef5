import type { Writer } from '../write/write-version.ts';

/**
 * Touches a touched cell in all districts that depend on each other there: the figure of a municipality that did not exist
 * yet says something of its own district and of those from which it came (see `collectAhead`), and whether it
 * stands ahead of its boundaries depends on what these report. One that this data version withdrew did so before.
 */
export async function touchDistrictsAhead(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.district_of_ahead, pg_temp.cell_ahead');
  const places = await writer.run(DISTRICT_OF_AHEAD);
  if (places === 0) return;
  await writer.run('analyze district_of_ahead');
  const cells = await writer.run(CELL_AHEAD, [writer.version]);
  if (cells === 0) return;
  await writer.run('analyze cell_ahead');
  // A district that is touched by one municipality may be that from which another came.
  while ((await writer.run(TOUCH)) > 0);
}

/**
 * The municipalities that began after a day of which there are touched figures, with the district of their key and those
 * of the municipalities from which they came. Where these are one, it is touched as a whole anyway.
 */
const DISTRICT_OF_AHEAD = `
create temporary table district_of_ahead as
select distinct l.territory_id, l.in_force_from, coalesce(d.same_as, d.id) as district_id
from territory_life l
join territory t on t.id = l.territory_id and t.kind = 'municipality' and t.same_as is null
join territory_link k on k.target_id = t.id and k.source_id <> k.target_id
join change_source s on s.id = k.change_source_id and s.version_until is null
join territory p on p.id = k.source_id and p.kind = 'municipality' and left(p.key, 5) <> left(t.key, 5)
join territory d on d.kind = 'district' and d.key in (left(t.key, 5), left(p.key, 5))
where l.version_until is null and l.in_force_from > (
  select min(m.boundary_date)
  from (select distinct measure_id, period from touched) c
  join release_moment m using (measure_id, period)
)`;

/** The districts are listed so that the primary key is used, which begins with them. */
const CELL_AHEAD = `
create temporary table cell_ahead as
select distinct o.territory_id, o.measure_id, o.period, o.breakdown_id
from observation o
join (select distinct territory_id, in_force_from from district_of_ahead) a
  on a.territory_id = o.territory_id and o.boundary_date < a.in_force_from
where o.district_id = any(array(select district_id from district_of_ahead))
  and o.measure_id = any(array(select measure_id from touched))
  and (o.measure_id, o.period) in (select measure_id, period from touched)
  and o.value is not null and (o.version_until is null or o.version_until = $1)`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct a.district_id, c.measure_id, c.period, c.breakdown_id
from touched t
join district_of_ahead d on d.district_id = t.district_id
join cell_ahead c on c.territory_id = d.territory_id and c.measure_id = t.measure_id and c.period = t.period
  and c.breakdown_id = t.breakdown_id
join district_of_ahead a on a.territory_id = c.territory_id
on conflict do nothing`;
