-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select w.*, b.id as breakdown_id
  from unnest(
    $1::int[],
    $2::int[],
    $3::int[],
    $4::int[],
    $5::text[],
    $6::text[]
  ) as w (position, district_id, territory_id, measure_id, period, breakdown)
  join breakdown b on b.key = w.breakdown
)
select wanted.position, 
    case when a.origin = 0 and a.status = 0 then a.value end as delivered,
    case
      when a.hidden > 0 or a.status <> 0 then null
      when a.origin = 1 then a.value
      when a.difference is not null then a.sum
    end as summed,
    case when a.hidden = 0 and a.status = 0 and a.origin = 0 then a.difference end as difference,
    case when a.hidden = 0 then a.reported end as members, accuracy."roundedTo", accuracy.perturbed,
    coalesce(a.hidden > 0 or a.status >= 70, false) as confidential
from wanted
join aggregate a on a.district_id = wanted.district_id and a.territory_id = wanted.territory_id
  and a.measure_id = wanted.measure_id and a.period = wanted.period and a.breakdown_id = wanted.breakdown_id
  and a.version_from <= $7 and (a.version_until is null or a.version_until > $8)
cross join lateral (
    select max(r.rounded_to) as "roundedTo", coalesce(bool_or(r.perturbed), false) as perturbed
    from release r
    join observation o on o.district_id = a.district_id and o.measure_id = a.measure_id and o.period = a.period
      and o.breakdown_id = a.breakdown_id and o.release_id = r.id and o.version_from <= $9 and (o.version_until is null or o.version_until > $10)
    where (r.rounded_to is not null or r.perturbed) and a.measure_id = any(r.measure_ids)
      and a.period = any(r.periods) and r.version_from <= $11 and (r.version_until is null or r.version_until > $12)
  ) accuracy
