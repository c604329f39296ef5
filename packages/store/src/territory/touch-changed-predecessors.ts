import type { Writer } from '../write/write-version.ts';

/**
 * Touches the cells in which a municipality carries a figure for a day before it began, where this data version came to
 * know otherwise from which municipalities it came, which part of them, or when they lived: sums of its district and of
 * theirs depend on that (see `collectAhead`). A corrected edition of a crosswalk may change links and no life at all. Who
 * is a predecessor no more counts too: nothing leads to its district now.
 */
export async function touchChangedPredecessors(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.changed_predecessor');
  const changed = await writer.run(CHANGED_PREDECESSOR, [writer.version]);
  if (changed === 0) return;
  await writer.run('analyze changed_predecessor');
  await writer.run(TOUCH, [writer.version]);
}

/**
 * The municipalities that began after a day of which there are figures, with the district of their key and that of each
 * predecessor that was known otherwise before, is known otherwise now, or only then or now.
 */
const CHANGED_PREDECESSOR = `
create temporary table changed_predecessor as
with known as (
  select k.source_id, k.target_id, coalesce(k.population, k.area) > 0.999999 as is_whole, l.in_force_from as began,
    o.in_force_from, o.in_force_until,
    s.version_until is null and l.version_until is null and o.version_until is null as is_now,
    greatest(s.version_from, l.version_from, o.version_from) < $1 as was_before
  from territory_link k
  join change_source s on s.id = k.change_source_id and (s.version_until is null or s.version_until = $1)
  join territory_life l on l.territory_id = k.target_id and (l.version_until is null or l.version_until = $1)
  join territory_life o on o.territory_id = k.source_id and (o.version_until is null or o.version_until = $1)
  where k.source_id <> k.target_id and l.in_force_from > (select min(boundary_date) from release_moment)
),
changed as (
  select source_id, target_id, began
  from known
  group by source_id, target_id, is_whole, began, in_force_from, in_force_until
  having bool_or(is_now) <> bool_or(was_before)
)
select distinct t.id as territory_id, c.began, coalesce(d.same_as, d.id) as district_id
from changed c
join territory t on t.id = c.target_id and t.kind = 'municipality' and t.same_as is null
join territory p on p.id = c.source_id and p.kind = 'municipality'
join territory d on d.kind = 'district' and d.key in (left(t.key, 5), left(p.key, 5))`;

/** The districts are listed so that the primary key is used, which begins with them. */
const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct c.district_id, o.measure_id, o.period, o.breakdown_id
from changed_predecessor c
join observation o on o.territory_id = c.territory_id and o.boundary_date < c.began
where o.district_id = any(array(select district_id from changed_predecessor))
  and o.value is not null and (o.version_until is null or o.version_until = $1)
on conflict do nothing`;
