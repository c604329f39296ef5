import { flagBits } from '@kreisweit/domain';
import type { Adding } from './contributions.ts';

/** A sum of such members is not exactly their total. */
const INEXACT = flagBits.ROUNDED | flagBits.PERTURBED;

/**
 * SQL: a member has a value, and where that is to be weighed a weight: without one it is missing (rule 4). What weighs
 * nothing is not asked for, since it is asked of every member.
 */
const reported = (weighted: boolean): string =>
  weighted ? 'c.status = 0 and (c.weight_id is null or c.weight is not null)' : 'c.status = 0';

/**
 * Rolls the contributions up and sets them against what institutes delivered for the same territory: one row of
 * `aggregate` a territory and cell. `contribution` is the query of the members; $1 is the data version, $2 the kinds of
 * territory computed in this pass.
 *
 * A delivered row wins, and so does a delivered sign; `...` makes way for a sum, and so does a `-` that members contradict
 * (rule 6). A sum needs every expected member and no hidden one (rules 7 and 13), and all of them on the same boundaries;
 * without a register that knows the territory nobody can say who is expected, and there is no sum; nor is there
 * one of members of which nothing was delivered. What crosses borders does not add up. `difference` (delivered minus sum)
 * is kept only where the sum is complete and free; for a district that no register knows, the table that delivers both its
 * row and its members' is the record of who they are.
 */
export function rollUpSql(contribution: string, { weighted }: Pick<Adding, 'weighted'>): string {
  const isReported = reported(weighted);
  return `
with contribution as (${contribution}
),
summed as (
  select c.district_id, c.parent_id, c.measure_id, c.period, c.breakdown_id,
    max(c.moment) as moment, min(c.moment) <> max(c.moment) as mixed, max(c.boundary_date) as boundary_date,
    sum(c.value) filter (where ${isReported}) as sum,
    ${
      weighted
        ? `sum(c.value * c.weight) filter (where ${isReported}) as weighted_sum,
    sum(c.weight) filter (where ${isReported}) as weight,`
        : 'null::double precision as weighted_sum, null::double precision as weight,'
    }
    min(c.value) filter (where ${isReported}) as minimum,
    max(c.value) filter (where ${isReported}) as maximum,
    (count(*) filter (where ${isReported}))::int as reported,
    (count(*) filter (where c.status >= 70 and not c.excused))::int as hidden,
    (count(*) filter (where c.excused and c.awaited))::int as excused,
    (count(*) filter (where not c.awaited and not c.excused and c.status <> 20))::int as extra,
    (count(*) filter (where c.unknown and not c.awaited and not c.excused and c.status <> 20))::int as unknown,
    max(c.status) filter (where not c.excused) as worst,
    bit_or(c.flags) filter (where ${isReported}) as flags,
    sum(c.population) filter (where ${isReported} and c.awaited) as population_reported,
    sum(c.population) filter (where c.excused and c.awaited) as population_excused
  from contribution c
  where c.rollup <> 'none'
  group by c.district_id, c.parent_id, c.measure_id, c.period, c.breakdown_id
  having not bool_and(c.absent)
),
rolled as (
  select s.district_id, s.parent_id as territory_id, s.measure_id, s.period, s.breakdown_id,
    case when r.rollup = 'weightedMean' then s.weighted_sum else s.sum end as sum,
    coalesce(s.weight, s.reported) as weight, s.minimum, s.maximum, s.reported, s.hidden, s.worst,
    s.boundary_date, r.rollup, r.additivity,
    coalesce(s.flags, 0) | case when r.additivity in ('rounded', 'perturbed') or s.flags & ${INEXACT} <> 0 then ${flagBits.ESTIMATED} else 0 end as flags,
    t.expected is not null as counted,
    case when not (s.mixed or s.unknown > 0) then t.expected - s.excused + s.extra end as expected,
    s.population_reported,
    case when s.population_reported is not null then t.population - coalesce(s.population_excused, 0) end as population_expected,
    case r.rollup
      when 'sum' then s.sum
      when 'min' then s.minimum
      when 'max' then s.maximum
      when 'count' then s.sum
      when 'weightedMean' then s.weighted_sum / nullif(s.weight, 0)
    end as value
  from summed s
  join measure_rule r on r.measure_id = s.measure_id
  join territory k on k.id = s.parent_id and k.kind = any($2)
  left join parent_total t
    on t.moment = s.moment and t.parent_id = s.parent_id
    and (t.reporting = r.reporting or t.relation <> 'district')
),
judged as (
  select rolled.*,
    case
      when hidden > 0 then worst
      when reported = 0 then coalesce(nullif(worst, 0), 20)
      when expected is null or reported < expected then 60
      when value is null or (additivity = 'crossBorder' and reported > 1) then 10
      else 0
    end::smallint as rolled_status
  from rolled
),
delivered as (
  select * from contributor where kind = any($2)
)
insert into aggregate (
  district_id, measure_id, territory_id, period, breakdown_id, version_from,
  value, status, flags, origin,
  sum, weight, minimum, maximum, reported, expected, hidden, population_reported, population_expected, difference, sign, boundary_date
)
select coalesce(d.district_id, j.district_id), coalesce(d.measure_id, j.measure_id),
  coalesce(d.territory_id, j.territory_id), coalesce(d.period, j.period), coalesce(d.breakdown_id, j.breakdown_id), $1,
  case when choice.delivered then d.value when j.rolled_status = 0 then j.value end,
  case when choice.delivered then d.status else j.rolled_status end,
  case when choice.delivered then d.flags else j.flags end,
  case when choice.delivered then 0 else 1 end,
  j.sum, j.weight, j.minimum, j.maximum, coalesce(j.reported, 0), coalesce(j.expected, 0), coalesce(j.hidden, 0),
  j.population_reported, j.population_expected,
  case when d.status = 0 and j.rollup = 'sum'
    and (j.rolled_status = 0 or (not j.counted and j.hidden = 0 and j.worst = 0 and (j.additivity <> 'crossBorder' or j.reported < 2))) then d.value - j.value end,
  case when choice.delivered then d.sign end,
  greatest(case when choice.delivered then d.boundary_date else j.boundary_date end, ahead.boundary_date)
from judged j
full join delivered d
  on d.district_id = j.district_id and d.territory_id = j.territory_id and d.measure_id = j.measure_id
  and d.period = j.period and d.breakdown_id = j.breakdown_id
left join ahead
  on ahead.district_id = coalesce(d.district_id, j.district_id)
  and ahead.measure_id = coalesce(d.measure_id, j.measure_id)
  and ahead.period = coalesce(d.period, j.period) and ahead.breakdown_id = coalesce(d.breakdown_id, j.breakdown_id)
cross join lateral (
  select case
    when d.territory_id is null then false
    when j.territory_id is null then true
    when d.sign = '-' and (j.hidden > 0 or j.minimum <> 0 or j.maximum <> 0) then false
    when d.status in (20, 30) then j.rolled_status <> 0
    else true
  end as delivered
) choice`;
}
