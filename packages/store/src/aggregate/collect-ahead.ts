import type { Writer } from '../write/write-version.ts';

/**
 * Notes where a table stands on later boundaries than its period, as the temporary table `ahead`: a municipality carries a
 * figure for a day on which it did not exist yet (Rheinland-Pfalz lists three under their later district three years
 * before they went there). Then the values of its district, and of the one from which it came, stand on the boundaries of
 * the day on which it began, and its predecessor is not expected to report beside it.
 */
export async function collectAhead(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.ahead, pg_temp.early, pg_temp.too_early');
  const candidates = await writer.rows<{ territory_id: number }>(CANDIDATES);
  await writer.run(EARLY, [candidates.map((row) => row.territory_id)]);
  await writer.run('analyze early');
  await writer.run(TOO_EARLY);
  await writer.run('analyze too_early');
  await writer.run(AHEAD);
  const found = await writer.rows('select from too_early limit 1');
  if (found.length === 0) return;
  await writer.run('analyze ahead');
  await writer.run(SILENT);
  await writer.run(ABSENT);
}

/** Few municipalities began after a day of which there are figures. */
const CANDIDATES = `
select territory_id from life where in_force_from > (select min(day) from moment_of_day)`;

const EARLY = `
create temporary table early as
select c.district_id, c.measure_id, c.period, c.breakdown_id, c.territory_id, c.boundary_date, c.moment, c.known,
  l.in_force_from
from contributor c
join life l on l.territory_id = c.territory_id
where c.territory_id = any($1) and c.kind = 'municipality' and c.value is not null
  and l.in_force_from > c.boundary_date`;

/**
 * The figures of municipalities that did not exist yet, with the district of each predecessor that did. Without a
 * predecessor nobody knows when the municipality began, only which register shows it first.
 */
const TOO_EARLY = `
create temporary table too_early as
with predecessor as materialized (
  select distinct k.target_id, coalesce(p.same_as, p.id) as id, coalesce(d.same_as, d.id) as district_id,
    o.in_force_from, o.in_force_until, coalesce(k.population, k.area) > 0.999999 as is_whole
  from territory_link k
  join change_source s on s.id = k.change_source_id and s.version_until is null
  join territory p on p.id = k.source_id and p.kind = 'municipality'
  join territory_life o on o.territory_id = p.id and o.version_until is null
  join territory d on d.kind = 'district' and d.key = left(p.key, 5)
  where k.source_id <> k.target_id and k.target_id in (select territory_id from early)
)
select e.*, p.id as predecessor_id, p.district_id as district_before_id,
  p.is_whole or coalesce(p.in_force_until < e.in_force_from, false) as ended
from early e
join predecessor p on p.target_id = e.territory_id
where coalesce(p.in_force_from, '-infinity') <= e.boundary_date
  and coalesce(p.in_force_until, 'infinity') >= e.boundary_date`;

/** A predecessor that went into it as a whole, or ended, and that the table lists with `-` is not expected to report. */
const SILENT = `
update contributor c set live = false
from too_early e
where e.ended and c.territory_id = e.predecessor_id and c.measure_id = e.measure_id and c.period = e.period
  and c.breakdown_id = e.breakdown_id and c.value is null and c.sign = '-'`;

/** Nor one that the table does not list: it takes part in sums of what others report, and makes none by itself. */
const ABSENT = `
insert into contributor
select distinct e.district_before_id, e.measure_id, e.period, e.breakdown_id, e.predecessor_id, 'municipality',
  null::double precision, 20, 0, '-', e.boundary_date, null::int, e.moment, e.known, false, true, true
from too_early e
join touched t on t.district_id = e.district_before_id and t.measure_id = e.measure_id and t.period = e.period
  and t.breakdown_id = e.breakdown_id
where e.ended and not exists (
  select from contributor c
  where c.territory_id = e.predecessor_id and c.measure_id = e.measure_id and c.period = e.period
    and c.breakdown_id = e.breakdown_id
)`;

/**
 * Where the predecessor carries a figure beside it, the table does not stand on later boundaries; and a district that had
 * ceased to exist by then has none. Nor does the value of a
 * district to which the figure was added because it belonged there on its day (see `placeByDay`).
 */
const AHEAD = `
create temporary table ahead as
select concerned.id as district_id, measure_id, period, breakdown_id, max(in_force_from) as boundary_date
from (
  select e.*
  from too_early e
  join territory t on t.id = e.territory_id
  join territory d on d.id = e.district_id and d.key = left(t.key, 5)
  where not exists (
    select from contributor c
    where c.territory_id = e.predecessor_id and c.measure_id = e.measure_id and c.period = e.period
      and c.breakdown_id = e.breakdown_id and c.value is not null
  )
) e
cross join lateral (values (e.district_id), (e.district_before_id)) concerned (id)
where not exists (
  select from territory_life l
  where l.territory_id = concerned.id and l.version_until is null and l.in_force_until < e.in_force_from
)
group by concerned.id, measure_id, period, breakdown_id`;
