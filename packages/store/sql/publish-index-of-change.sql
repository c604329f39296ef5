with 
component as (
  (select  o.district_id, o.territory_id, o.breakdown_id, s.slot, s.published_period as period, o.value, o.status, o.flags,
    0::smallint as origin, null::double precision as coverage, o.boundary_date as boundary
  from touched_indicator t
  join observation o on t.publishable and t.kind in ('municipality', 'part') and o.district_id = t.district_id and o.measure_id = any($3) and o.territory_id = t.territory_id
    and o.breakdown_id = t.breakdown_id and o.version_until is null
  join slot_period s on s.measure_id = o.measure_id and s.period = o.period
  )
  union all
  select a.district_id, a.territory_id, a.breakdown_id, s.slot, s.published_period as period,
    a.value, a.status,
    a.flags, a.origin,
    case when a.origin = 1 and a.hidden = 0 and a.expected > 0 then a.reported / a.expected::double precision end as coverage,
    coalesce(a.boundary_date, s.ends) as boundary
  from touched_indicator t
  join aggregate a on t.publishable and a.district_id = t.district_id and a.measure_id = any($3) and a.territory_id = t.territory_id
    and a.breakdown_id = t.breakdown_id and a.version_until is null
  join slot_period s on s.measure_id = a.measure_id and s.period = a.period
  
),
period_row as (
  select district_id, territory_id, breakdown_id, period,
    max(value) filter (where slot = 0) as v0,
    coalesce(max(status) filter (where slot = 0), 20)::smallint as s0,
    max(value) filter (where slot = 1) as v1,
    coalesce(max(status) filter (where slot = 1), 20)::smallint as s1,
    max(value) filter (where slot = 2) as v2,
    coalesce(max(status) filter (where slot = 2), 20)::smallint as s2,
    max(value) filter (where slot = 3) as v3,
    coalesce(max(status) filter (where slot = 3), 20)::smallint as s3,
    max(era) filter (where slot = 0) as e0,
    max(era) filter (where slot = 1) as e1,
    max(era) filter (where slot = 2) as e2,
    max(era) filter (where slot = 3) as e3,
    bit_or(flags) as flags,
    case when min(origin) = max(origin) then min(origin) else 3 end::smallint as origin,
    min(coverage) as coverage,
    min(boundary) filter (where slot in (0)) as first_boundary, max(boundary) filter (where slot in (0)) as last_boundary
  from (select c.*, m.methods::bigint * 1000000 + (select count(*) from reform where territory_id = c.territory_id and day <= c.boundary and version_until is null and moves_population) as era
    from component c
    join (select distinct slot, published_period, methods from slot_period) m on m.slot = c.slot and m.published_period = c.period) component
  group by district_id, territory_id, breakdown_id, period
  having bool_or(slot in (0))
),
marked as (
  select r.*, case
      when exists (
        select from reform where territory_id = r.territory_id and day > r.boundary_before and day <= r.last_boundary
          and version_until is null and moves_population
      ) then 80
      when r.methods <> r.methods_before then 16
      else 0 end as marks
  from (
    select r.*, p.methods, lag(p.methods) over series as methods_before, lag(r.first_boundary) over series as boundary_before
    from period_row r
    join published_period p on p.period = r.period
    window series as (partition by r.district_id, r.territory_id, r.breakdown_id, p.frequency order by r.period)
  ) r
),
computed as (
  select r.district_id, r.territory_id, r.breakdown_id, r.period,
    case when n9.status = 0 then (sign(n9.value) * floor(abs(n9.value) * '10'::double precision + '0.5'::double precision)) / '10'::double precision + '0'::double precision end as value,
    n9.status as status,
    (r.flags | 0 | r.marks | case when b0.broken or b1.broken or b2.broken then 16 else 0 end)::smallint as flags, r.origin,
    case when n9.status < 70 then r.coverage end as coverage
  from marked r
  cross join lateral (select case when s0 = 0 and not (false) then v0 end as value, case when s0 <> 0 then s0 when v0 is null then 20 when false then 80 else 0 end::smallint as status) n0
cross join lateral (select case when s1 = 0 and not (false) then v1 end as value, case when s1 <> 0 then s1 when v1 is null then 20 when false then 80 else 0 end::smallint as status) n1
cross join lateral (select coalesce(e0 <> e1, false) as broken) b0
cross join lateral (select case when not b0.broken and not (false) then (n0.value - n1.value) end as value, case when n0.status <> 0 or n1.status <> 0 then greatest(n0.status, n1.status)
        when b0.broken then 10 when false then 80 else 0 end::smallint as status) n3
cross join lateral (select case when s2 = 0 and not (false) then v2 end as value, case when s2 <> 0 then s2 when v2 is null then 20 when false then 80 else 0 end::smallint as status) n4
cross join lateral (select case when s3 = 0 and not (false) then v3 end as value, case when s3 <> 0 then s3 when v3 is null then 20 when false then 80 else 0 end::smallint as status) n5
cross join lateral (select coalesce(e2 <> e3, false) as broken) b1
cross join lateral (select case when not b1.broken and not (false) then (n4.value - n5.value) end as value, case when n4.status <> 0 or n5.status <> 0 then greatest(n4.status, n5.status)
        when b1.broken then 10 when false then 80 else 0 end::smallint as status) n7
cross join lateral (select coalesce(e0 <> e2, false) or coalesce(e1 <> e3, false) as broken) b2
cross join lateral (select case when n7.value > 0 and not b2.broken and not (false) then ('100'::double precision * n3.value) / n7.value end as value, case when n3.status <> 0 or n7.status <> 0 then greatest(n3.status, n7.status)
        when b2.broken then 10 when false then 80 when n7.value <= 0 then 10 else 0 end::smallint as status) n9
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
