with small_category as (
  select distinct c.district_id, c.territory_id, c.measure_id, c.period
  from (
    select a.district_id, a.territory_id, a.measure_id, a.period, r.minimum,
      max(a.status) as worst, min(a.value) filter (where a.status = 0 and a.value > 0) as least,
      sum(a.value) filter (where a.status = 0) as shown
    from (select distinct district_id, territory_id from touched_indicator) t
    join aggregate a using (district_id, territory_id)
    join (values (3, 3::double precision)) r (measure_id, minimum) on r.measure_id = a.measure_id
    join breakdown b on b.id = a.breakdown_id
    where a.version_until is null and a.breakdown_id <> 0
    group by a.district_id, a.territory_id, a.measure_id, a.period, r.minimum, regexp_replace(b.key, '=[^,]*', '', 'g')
  ) c
  left join aggregate total on total.district_id = c.district_id and total.measure_id = c.measure_id
    and total.territory_id = c.territory_id and total.period = c.period and total.breakdown_id = 0
    and total.version_until is null
  where c.worst >= 70 or total.status >= 70 or c.least > 0.000001 and c.least < c.minimum - 0.000001 or abs(total.value - coalesce(c.shown, 0)) > 0.000001 and abs(total.value - coalesce(c.shown, 0)) < c.minimum - 0.000001
),
part as (
  select a.district_id, a.territory_id, a.breakdown_id, s.slot, s.published_period as period,
    case when not h.district_id is not null then a.value end as value, case when h.district_id is not null then 80 else a.status end::smallint as status,
    a.flags, a.origin,
    case when a.origin = 1 and a.hidden = 0 and a.expected > 0 then a.reported / a.expected::double precision end as coverage, s.rank, s.parts, s.is_last, s.rule
  from touched_indicator t
  join aggregate a on t.publishable and a.district_id = t.district_id and a.measure_id = any($3) and a.territory_id = t.territory_id
    and a.breakdown_id = t.breakdown_id and a.version_until is null
  join slot_period s on s.measure_id = a.measure_id and s.period = a.period
  join territory k on k.id = t.territory_id and (
    t.kind = 'district' or exists (select from territory d where d.same_as = k.id and d.kind = 'district'))
  left join small_category h on h.district_id = a.district_id and h.territory_id = a.territory_id
    and h.measure_id = a.measure_id and h.period = a.period and a.breakdown_id <> 0
),
component as (
  select distinct on (district_id, territory_id, breakdown_id, slot, period) district_id, territory_id, breakdown_id, slot, period, case when not (slot = 0 and (coalesce(worst_part >= 70, false) or coalesce(rule = 'sum' and abs(total - total_of_parts) > 0.000001 and abs(total - total_of_parts) < 2.999999, false))) then value end as value,
    case when slot = 0 and (coalesce(worst_part >= 70, false) or coalesce(rule = 'sum' and abs(total - total_of_parts) > 0.000001 and abs(total - total_of_parts) < 2.999999, false)) then greatest(status, 80) else status end::smallint as status, flags, origin, coverage
  from (
    select district_id, territory_id, breakdown_id, slot, period, rank, rule, total,
      case when status = 0 then case rule when 'mean' then total / required else total end end as value,
      status, flags, origin, coverage, max(worst) filter (where rank > 0) over cell as worst_part,
      max(total) filter (where rank > 0) over cell as total_of_parts
    from (
      select *, case
          when worst >= 70 then worst
          when normal = required then 0
          when normal > 0 then 60
          else greatest(worst, 20)
        end::smallint as status
      from (
        select district_id, territory_id, breakdown_id, slot, period, rank, max(rule) as rule, case when rank = 0 or max(rule) = 'last' then 1 else max(parts) end as required,
          count(*) filter (where needed and status = 0) as normal, max(status) filter (where needed) as worst,
          sum(value) filter (where needed and status = 0) as total,
          coalesce(bit_or(flags) filter (where needed), 0)::smallint as flags,
          case when rank = 0 then min(origin) else 1 end::smallint as origin,
          min(coverage) filter (where needed) as coverage
        from (select district_id, territory_id, breakdown_id, slot, period, rank, parts, rule, value, (case when rank > 0 and (slot = 0 and abs(value) > 0.000001 and abs(value) < 2.999999) then 80 else status end)::smallint as status,
          flags, origin, coverage, rank = 0 or rule <> 'last' or is_last as needed
          from part) judged_part
        group by district_id, territory_id, breakdown_id, slot, period, rank
      ) summed
    ) told
    window cell as (partition by district_id, territory_id, breakdown_id, slot, period)
  ) choice
  order by district_id, territory_id, breakdown_id, slot, period, rank = 0 and (status = 0 or status >= 70 or (origin = 0 and status in (10, 50))) desc,
    status = 0 desc, rank
),
period_row as (
  select district_id, territory_id, breakdown_id, period, value as v0, status as s0, flags, origin, coverage
  from component
),
computed as (
  select r.district_id, r.territory_id, r.breakdown_id, r.period,
    case when n0.status = 0 then (sign(n0.value) * floor(abs(n0.value) * '1'::double precision + '0.5'::double precision)) / '1'::double precision + '0'::double precision end as value,
    n0.status as status,
    (r.flags | 0)::smallint as flags, r.origin,
    case when n0.status < 70 then r.coverage end as coverage
  from period_row r
  cross join lateral (select case when s0 = 0 and not (coalesce(abs(v0) > '0.000001'::double precision and abs(v0) < '2.999999'::double precision, false)) then v0 end as value, case when s0 <> 0 then s0 when v0 is null then 20 when coalesce(abs(v0) > '0.000001'::double precision and abs(v0) < '2.999999'::double precision, false) then 80 else 0 end::smallint as status) n0
),
guarded as (
  select district_id, territory_id, breakdown_id, period,
    case when not hidden then value end as value, case when hidden then greatest(status, 80) else status end::smallint as status,
    flags, origin, case when not hidden then coverage end as coverage
  from (
    select c.*, c.breakdown_id <> 0
      and bool_or(c.status >= 70) over (partition by c.district_id, c.territory_id, c.period) as hidden
    from computed c
  ) judged
)
insert into published_series (
  district_id, territory_id, indicator_id, breakdown_id, version_from,
  periods, "values", statuses, flags, origins, coverages
)
select district_id, territory_id, $2, breakdown_id, $1,
  array_agg(period order by period), array_agg(value order by period), array_agg(status order by period),
  array_agg(flags order by period), array_agg(origin order by period), array_agg(coverage order by period)
from guarded
group by district_id, territory_id, breakdown_id;
