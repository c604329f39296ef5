-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select w.*, b.id as breakdown_id, t.kind
  from unnest(
    $1::int[],
    $2::int[],
    $3::int[],
    $4::int[],
    $5::int[],
    $6::text[],
    $7::int[],
    $8::int[],
    $9::text[],
    $10::boolean[],
    $11::int[],
    $12::boolean[],
    $13::boolean[],
    $14::text[]
  ) as w (request, cell, district_id, territory_id, indicator_id, published_period, measure_id, source_id, period, own_count,
    published_as, told_below_districts, is_mean, breakdown)
  join breakdown b on b.key = w.breakdown
  join territory t on t.id = w.territory_id
),
delivered as materialized (
  select m as source_id, p as period
  from release r, unnest(r.measure_ids) as m, unnest(r.periods) as p
  where m in (select source_id from wanted) and r.version_from <= $15 and (r.version_until is null or r.version_until > $16)
  group by m, p
),
published as materialized (
  select w.*, s.statuses[array_position(s.periods, w.published_period)] as published_status
  from wanted w
  join delivered using (source_id, period)
  join published_series s on s.district_id = w.district_id and s.territory_id = w.territory_id
    and s.indicator_id = w.indicator_id and s.breakdown_id = w.breakdown_id and s.version_from <= $17 and (s.version_until is null or s.version_until > $18)
  where w.published_period = any(s.periods)
),
stored as (
  select p.*, a.value, a.status, a.flags, a.origin, a.sign, a.boundary_date, a.reported, a.expected, a.hidden, a.weight,
    a.population_reported / nullif(a.population_expected, 0) as population_share
  from published p
  join aggregate a on a.district_id = p.district_id and a.territory_id = p.territory_id
    and a.measure_id = p.measure_id and a.period = p.period and a.breakdown_id = p.breakdown_id and a.version_from <= $19 and (a.version_until is null or a.version_until > $20)
  where p.kind <> all(array['municipality', 'part'])
  union all
  (
    select distinct on (p.request, p.cell, p.district_id) p.*, o.value, o.status, o.flags, 0, o.sign, o.boundary_date,
      null, null, 0, null, null
    from published p
    join observation o on o.district_id = p.district_id and o.territory_id = p.territory_id
      and o.measure_id = p.measure_id and o.period = p.period and o.breakdown_id = p.breakdown_id and o.version_from <= $21 and (o.version_until is null or o.version_until > $22)
    where p.kind in ('municipality', 'part')
    order by p.request, p.cell, p.district_id, o.sign is not distinct from '-', o.release_id desc
  )
),
judged as (
  select s.*, published_status < 70 and (not own_count or own_status = 0)
      and (told_below_districts or kind <> all(array['municipality', 'association', 'part'])) as told,
    case when own_count and own_status <> 0 then greatest(s.status, own_status) else s.status end as told_status,
    s.origin = 1 and s.hidden = 0 and s.status < 70 as open
  from (
    select s.*, coalesce(q.statuses[array_position(q.periods, s.period)], 80) as own_status,
      q."values"[array_position(q.periods, s.period)] as own_value
    from stored s
    left join published_series q on q.district_id = s.district_id and q.territory_id = s.territory_id
      and q.indicator_id = s.published_as and q.breakdown_id = s.breakdown_id and q.version_from <= $23 and (q.version_until is null or q.version_until > $24)
  ) s
)
select request, cell, district_id as "districtId", told_status::int as status, flags::int, origin::int,
  boundary_date::text as "boundaryDate",
  case when told and status = 0 then case when own_count then own_value else value end end as value,
  case when told or not own_count then sign end as sign,
  case when told and open then reported end as reported,
  case when told and open then nullif(expected, 0) end as expected,
  case when told and open and not own_count then population_share end as "populationShare",
  case when told and open and not own_count and is_mean then weight end as "totalWeight",
  case
    when origin <> 1 then 'DELIVERED'
    when own_count then 'OWN_COUNT'
    when kind in ('district', 'association') and not told_below_districts then 'NOT_PUBLISHED'
    when not (told and open) then 'CONFIDENTIAL'
  end as withheld
from judged
order by request, cell, district_id
