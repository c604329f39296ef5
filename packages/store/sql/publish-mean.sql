with 
component as (
  (select  o.district_id, o.territory_id, o.breakdown_id, s.slot, s.published_period as period, o.value, o.status, o.flags,
    0::smallint as origin, null::double precision as coverage
  from touched_indicator t
  join observation o on t.publishable and t.kind in ('municipality', 'part') and o.district_id = t.district_id and o.measure_id = any($3) and o.territory_id = t.territory_id
    and o.breakdown_id = t.breakdown_id and o.version_until is null
  join slot_period s on s.measure_id = o.measure_id and s.period = o.period
  )
  union all
  select a.district_id, a.territory_id, a.breakdown_id, s.slot, s.published_period as period,
    a.value, a.status,
    a.flags, a.origin,
    case when a.origin = 1 and a.hidden = 0 and a.expected > 0 then case when a.measure_id in (4) and a.reported < a.expected
      then case when w.value <> 0 then least(a.weight / w.value, 1) end else a.reported / a.expected::double precision end end as coverage
  from touched_indicator t
  join aggregate a on t.publishable and a.district_id = t.district_id and a.measure_id = any($3) and a.territory_id = t.territory_id
    and a.breakdown_id = t.breakdown_id and a.version_until is null
  join slot_period s on s.measure_id = a.measure_id and s.period = a.period
  left join aggregate w on w.district_id = a.district_id and w.measure_id = case a.measure_id when 4 then 5 end
    and w.territory_id = a.territory_id and w.period = a.period and w.breakdown_id = a.breakdown_id
    and w.version_until is null and w.status = 0 and w.hidden = 0
  
),
period_row as (
  select district_id, territory_id, breakdown_id, period, value as v0, status as s0, flags, origin, coverage
  from component
),
computed as (
  select r.district_id, r.territory_id, r.breakdown_id, r.period,
    case when n0.status = 0 then (sign(n0.value) * floor(abs(n0.value) * '10'::double precision + '0.5'::double precision)) / '10'::double precision + '0'::double precision end as value,
    n0.status as status,
    (r.flags | 0)::smallint as flags, r.origin,
    case when n0.status < 70 then r.coverage end as coverage
  from period_row r
  cross join lateral (select case when s0 = 0 and not (false) then v0 end as value, case when s0 <> 0 then s0 when v0 is null then 20 when false then 80 else 0 end::smallint as status) n0
)
insert into published_series (
  district_id, territory_id, indicator_id, breakdown_id, version_from,
  periods, "values", statuses, flags, origins, coverages
)
select district_id, territory_id, $2, breakdown_id, $1,
  array_agg(period order by period), array_agg(value order by period), array_agg(status order by period),
  array_agg(flags order by period), array_agg(origin order by period), array_agg(coverage order by period)
from computed
group by district_id, territory_id, breakdown_id;
