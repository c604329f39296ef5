-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select w.position::int, w.territory_id, w.kind, w.indicator_id, b.id as breakdown_id, w.period, w.day
  from unnest(
    $1::int[],
    $2::text[],
    $3::int[],
    $4::text[],
    $5::text[],
    $6::date[]
  ) with ordinality as w (territory_id, kind, indicator_id, breakdown, period, day, position)
  left join breakdown b on b.key = w.breakdown
),
parent as (
  select w.territory_id as id, w.*
  from wanted w
  union
  select d.id, w.*
  from wanted w
  join membership m on m.parent_id = w.territory_id and m.relation in ('region', 'state', 'country', 'group')
  join territory d on d.id = m.member_id and d.kind = 'district'
  where w.kind in ('municipality', 'association') and m.version_from <= $7 and (m.version_until is null or m.version_until > $8) and coalesce(m.in_force_from, '-infinity') <= w.day and coalesce(m.in_force_until, 'infinity') >= w.day
),
member as materialized (
  select distinct w.position, w.indicator_id, w.breakdown_id, w.period,
    w.day, t.id, coalesce(t.same_as, t.id) as facts_id
  from parent w
  join territory p on p.id = w.id
  join membership m on m.parent_id = p.id and m.relation = p.kind
  join territory t on t.id = m.member_id and t.kind = w.kind
  where not (t.kind = 'association' and t.same_as is not null) and m.version_from <= $9 and (m.version_until is null or m.version_until > $10) and coalesce(m.in_force_from, '-infinity') <= w.day and coalesce(m.in_force_until, 'infinity') >= w.day
),
place as materialized (
  select member.*, coalesce(d.same_as, d.id) as district_id
  from member
  join territory f on f.id = member.facts_id and f.kind in ('municipality', 'association')
  join membership m on m.member_id = f.id and m.relation = 'district'
  join territory d on d.id = m.parent_id
  union
  select member.*, e.district_id
  from member
  join earlier_district e on e.territory_id = member.facts_id and e.version_from <= $11 and (e.version_until is null or e.version_until > $12)
  union
  select member.*, facts_id
  from member
),
cell as (
  select position, id, day, null::double precision as value, null::smallint as status,
    null::smallint as flags, null::double precision as coverage
  from member
  union all
  select place.position, place.id, place.day, s."values"[spot.at], s.statuses[spot.at], s.flags[spot.at], s.coverages[spot.at]
  from place
  join published_series s on s.district_id = place.district_id and s.territory_id = place.facts_id
    and s.indicator_id = place.indicator_id and s.breakdown_id = place.breakdown_id and s.version_from <= $13 and (s.version_until is null or s.version_until > $14)
  cross join lateral (select array_position(s.periods, place.period) as at) spot
  where spot.at is not null
),
row_of_member as materialized (
  select position, id, day, max(value) as value, coalesce(max(status), 20) as status,
    coalesce(bit_or(flags), 0) as flags, max(coverage) as coverage
  from cell
  group by position, id, day
)
select row.position,
  json_agg(json_build_object('key', t.key, 'ars', v.ars, 'ags', v.ags, 'name', v.name) order by t.key) as territories,
  json_agg(row.value order by t.key) as values,
  json_agg(row.status order by t.key) as statuses,
  json_agg(row.flags order by t.key) as flags,
  json_agg(row.coverage order by t.key) as coverages
from row_of_member row
cross join lateral (select row.day) in_force
join territory t on t.id = row.id
join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $15 and (w.version_until is null or w.version_until > $16)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
group by row.position
