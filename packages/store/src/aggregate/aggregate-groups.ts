import type { Measure } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';
import { closeAggregates } from './close-aggregates.ts';
import { type Adding, contributions } from './contributions.ts';
import { countSql } from './count-sql.ts';
import { prepareGroupMembers } from './prepare-group-members.ts';
import { rollUpSql } from './roll-up.ts';

const KINDS = ['group'];

/**
 * Computes the aggregates of the free groups to which touched cells belong: after all others, since a member contributes
 * its own best value. What nobody has declared costs nothing. Answers how many rows were written.
 */
export async function aggregateGroups(
  writer: Writer,
  catalogue: CatalogueInForce,
  adding: Adding,
): Promise<number> {
  if (!(await prepareGroupMembers(writer))) return 0;
  await prepareValues(writer, [...catalogue.measures.values()]);
  await writer.run(GROUP_TOTAL);
  await closeAggregates(writer, KINDS);
  return writer.run(rollUpSql(contributions(adding).ofGroups, adding), [writer.version, KINDS]);
}

/**
 * Lays out, as temporary tables:
 * - `touched_group`: the cells of groups that are computed anew;
 * - `group_value`: what their members have in these cells, and their weights: an aggregate, or the observation of a
 *   municipality, the latest where several inputs deliver it;
 * - `group_member`: who belongs to a group on each day that figures belong to;
 * - `group_moment`: the first day on which a group had the same members as on a day.
 */
async function prepareValues(
  writer: Writer,
  measures: readonly (Measure & { readonly id: number })[],
): Promise<void> {
  await writer.run(
    'drop table if exists pg_temp.touched_group, pg_temp.group_value, pg_temp.group_member, pg_temp.group_moment',
  );
  await writer.run(TOUCHED_GROUP);
  await writer.run('analyze touched_group');
  await writer.run(TOUCH_GROUPS);
  await writer.run(GROUP_VALUE, [measures.filter(isPublishedForMunicipalities).map((measure) => measure.id)]);
  await writer.run(GROUP_MEMBER);
  await writer.run(GROUP_MOMENT);
  await writer.run('analyze touched_group, group_value, group_member, group_moment');
}

/**
 * A municipality contributes only what may be published of it. Otherwise the total of a group of one would tell what
 * its own series does not, and that of two groups what lies between them.
 */
function isPublishedForMunicipalities({ disclosure, reportedAt }: Measure): boolean {
  return typeof disclosure !== 'object' && reportedAt !== 'district';
}

const TOUCHED_GROUP = `
create temporary table touched_group as
select s.parent_id as district_id, t.measure_id, t.period, t.breakdown_id
from touched t
join group_source s on s.district_id = t.district_id
union
select t.district_id, t.measure_id, t.period, t.breakdown_id
from touched t
join territory g on g.id = t.district_id and g.kind = 'group'`;

const TOUCH_GROUPS = `
insert into touched (district_id, measure_id, period, breakdown_id)
select district_id, measure_id, period, breakdown_id from touched_group
on conflict do nothing`;

const GROUP_VALUE = `
create temporary table group_value as
with wanted as materialized (
  select distinct s.member_id, s.observed, s.district_id, x.measure_id, x.period, x.breakdown_id
  from (
    select district_id, measure_id, period, breakdown_id from touched_group
    union
    select t.district_id, r.weight_id, t.period, t.breakdown_id
    from touched_group t
    join measure_rule r on r.measure_id = t.measure_id and r.weight_id is not null
  ) x
  join group_source s on s.parent_id = x.district_id
)
select a.territory_id, a.measure_id, a.period, a.breakdown_id, a.value, a.status, a.flags,
  coalesce(a.boundary_date, f.ends) as boundary_date
from wanted w
join aggregate a on a.district_id = w.district_id and a.measure_id = w.measure_id and a.territory_id = w.member_id
  and a.period = w.period and a.breakdown_id = w.breakdown_id
join moment_of_period f on f.period = a.period
where not w.observed and a.version_until is null
union all
select o.territory_id, o.measure_id, o.period, o.breakdown_id, o.value, o.status, o.flags, o.boundary_date
from (
  select distinct on (w.measure_id, o.territory_id, o.period, o.breakdown_id)
    o.territory_id, w.measure_id, o.period, o.breakdown_id,
    case when r.counted_id is not null then ${countSql('o.value')} when r.rollup = 'count' then 1 else o.value end as value,
    o.status, o.flags, o.boundary_date
  from wanted w
  join measure_rule r on r.measure_id = w.measure_id
  join observation o on o.district_id = w.district_id and o.measure_id = coalesce(r.counted_id, w.measure_id)
    and o.territory_id = w.member_id and o.period = w.period and o.breakdown_id = w.breakdown_id
  where w.observed and o.version_until is null and o.measure_id = any($1)
  order by w.measure_id, o.territory_id, o.period, o.breakdown_id, o.sign is not distinct from '-', o.release_id desc
) o`;

/**
 * Who was declared is expected, also one that has ceased to exist since: then the declaration is out of date, and a sum
 * without it would say so to nobody.
 */
const GROUP_MEMBER = `
create temporary table group_member as
select d.parent_id, d.day, g.member_id, bool_or(coalesce(v.inhabited, true)) as inhabited
from (
  select distinct s.parent_id, v.boundary_date as day
  from group_value v
  join group_source s on s.member_id = v.territory_id
) d
join group_membership g on g.parent_id = d.parent_id
  and coalesce(g.in_force_from, '-infinity') <= d.day and coalesce(g.in_force_until, 'infinity') >= d.day
left join territory_version v on v.territory_id = g.role_id and v.version_until is null
  and coalesce(v.in_force_from, '-infinity') <= d.day and coalesce(v.in_force_until, 'infinity') >= d.day
group by d.parent_id, d.day, g.member_id`;

const GROUP_MOMENT = `
create temporary table group_moment as
select parent_id, day, expected, min(day) over (partition by parent_id, members) as moment
from (
  select parent_id, day, (count(*) filter (where inhabited))::int as expected,
    array_agg(member_id order by member_id) as members
  from group_member
  group by parent_id, day
) day_of_group`;

const GROUP_TOTAL = `
insert into parent_total (moment, reporting, relation, parent_id, expected, population)
select distinct moment, 'municipality', 'group', parent_id, expected, null::double precision
from group_moment
where expected > 0`;
