-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select w.position::int, w.territory_id, w.measure_id, b.id as breakdown_id, w.period, w.first, w.last
  from unnest(
    $1::int[],
    $2::int[],
    $3::text[],
    $4::text[],
    $5::date[],
    $6::date[]
  ) with ordinality as w (territory_id, measure_id, breakdown, period, first, last, position)
  left join breakdown b on b.key = w.breakdown
),
district as materialized (
  select distinct w.*, d.id, coalesce(d.same_as, d.id) as facts_id
  from wanted w
  join territory p on p.id = w.territory_id
  join membership m on m.parent_id = p.id and m.relation = p.kind
  join territory d on d.id = m.member_id and d.kind = 'district'
  where m.version_from <= $7 and (m.version_until is null or m.version_until > $8) and coalesce(m.in_force_from, '-infinity') <= w.last
    and coalesce(m.in_force_until, 'infinity') >= w.first
),
cell as materialized (
  select district.position, district.id, district.last as day, 
    case when a.origin = 0 and a.status = 0 then a.value end as delivered,
    case
      when a.hidden > 0 or a.status <> 0 then null
      when a.origin = 1 then a.value
      when a.difference is not null then a.sum
    end as summed,
    case when a.hidden = 0 and a.status = 0 and a.origin = 0 then a.difference end as difference,
    case when a.hidden = 0 then a.reported end as members, accuracy."roundedTo", accuracy.perturbed,
    coalesce(a.hidden > 0 or a.status >= 70, false) as confidential
  from district
  join aggregate a on a.district_id = district.facts_id and a.territory_id = district.facts_id
    and a.measure_id = district.measure_id and a.period = district.period
    and a.breakdown_id = district.breakdown_id and a.version_from <= $9 and (a.version_until is null or a.version_until > $10)
  cross join lateral (
    select max(r.rounded_to) as "roundedTo", coalesce(bool_or(r.perturbed), false) as perturbed
    from release r
    join observation o on o.district_id = a.district_id and o.measure_id = a.measure_id and o.period = a.period
      and o.breakdown_id = a.breakdown_id and o.release_id = r.id and o.version_from <= $11 and (o.version_until is null or o.version_until > $12)
    where (r.rounded_to is not null or r.perturbed) and a.measure_id = any(r.measure_ids)
      and a.period = any(r.periods) and r.version_from <= $13 and (r.version_until is null or r.version_until > $14)
  ) accuracy
),
differing as (
  select cell.position,
    json_agg(
      json_build_object('key', t.key, 'ars', v.ars, 'ags', v.ags, 'name', v.name, 'delivered', cell.delivered,
        'summed', cell.summed, 'difference', cell.difference, 'members', cell.members, 'roundedTo', cell."roundedTo",
        'perturbed', cell.perturbed)
      order by t.key
    ) as different
  from cell
  cross join lateral (select cell.day) in_force
  join territory t on t.id = cell.id
  join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $15 and (w.version_until is null or w.version_until > $16)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
  where cell.difference <> 0
  group by cell.position
)
select counted.*, coalesce(differing.different, '[]') as different
from (
  select position, count(*)::int as districts, count(difference)::int as compared
  from cell
  group by position
) counted
left join differing on differing.position = counted.position
