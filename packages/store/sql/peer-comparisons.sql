-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select w.position::int, w.territory_id, t.kind, w.indicator_id, b.id as breakdown_id, w.period, w.day, w.area,
    w.group_key, w.same_designation, w.lowest_first
  from unnest(
    $1::int[],
    $2::int[],
    $3::text[],
    $4::text[],
    $5::date[],
    $6::text[],
    $7::text[],
    $8::boolean[],
    $9::boolean[]
  ) with ordinality as w (
    territory_id, indicator_id, breakdown, period, day, area, group_key, same_designation, lowest_first, position
  )
  join territory t on t.id = w.territory_id
  left join breakdown b on b.key = w.breakdown
),
designation as materialized (
  select code, name
  from unnest(
    $10::text[],
    $11::text[]
  ) as d (code, name)
),
area as (
  select w.position, g.id
  from wanted w
  join territory g on w.area = 'group' and g.kind = 'group' and g.key = w.group_key
  union
  select w.position, m.parent_id
  from wanted w
  join membership m on m.member_id = w.territory_id and m.relation = w.area
  where w.area <> 'group' and m.version_from <= $12 and (m.version_until is null or m.version_until > $13) and coalesce(m.in_force_from, '-infinity') <= w.day and coalesce(m.in_force_until, 'infinity') >= w.day
  union
  select w.position, m.parent_id
  from wanted w
  join membership h on h.member_id = w.territory_id and h.relation = 'district'
  join membership m on m.member_id = h.parent_id and m.relation = w.area
  where w.area in ('region', 'state', 'country') and h.version_from <= $14 and (h.version_until is null or h.version_until > $15) and coalesce(h.in_force_from, '-infinity') <= w.day and coalesce(h.in_force_until, 'infinity') >= w.day
    and m.version_from <= $16 and (m.version_until is null or m.version_until > $17) and coalesce(m.in_force_from, '-infinity') <= w.day and coalesce(m.in_force_until, 'infinity') >= w.day
),
asked as materialized (
  select w.position, w.territory_id, w.kind, w.indicator_id, w.breakdown_id, w.period, w.day, w.lowest_first,
    area.id as area_id, own.name as designation,
    dense_rank() over (
      order by area.id, w.kind, w.indicator_id, w.breakdown_id, w.period, w.day, w.lowest_first, own.name
    ) as peers
  from wanted w
  join area on area.position = w.position
  left join lateral (
    select d.name
    from territory t
    cross join (select w.day) in_force
    join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $18 and (w.version_until is null or w.version_until > $19)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
    join designation d on d.code = v.text_code
    where t.id = w.territory_id and w.same_designation
  ) own on true
  where own.name is not null or not w.same_designation
),
peer_set as materialized (
  select distinct peers, kind, indicator_id, breakdown_id, period, day, lowest_first, area_id, designation
  from asked
),
parent as (
  select s.area_id as id, s.*
  from peer_set s
  union
  select d.id, s.*
  from peer_set s
  join membership m on m.parent_id = s.area_id and m.relation in ('region', 'state', 'country', 'group')
  join territory d on d.id = m.member_id and d.kind = 'district'
  where s.kind in ('municipality', 'association') and m.version_from <= $20 and (m.version_until is null or m.version_until > $21) and coalesce(m.in_force_from, '-infinity') <= s.day and coalesce(m.in_force_until, 'infinity') >= s.day
),
inside as materialized (
  select distinct s.peers, s.indicator_id, s.breakdown_id, s.period, s.day, s.lowest_first, s.designation, t.id,
    coalesce(t.same_as, t.id) as facts_id
  from parent s
  join territory p on p.id = s.id
  join membership m on m.parent_id = p.id and m.relation = p.kind
  join territory t on t.id = m.member_id and t.kind = s.kind
  where not (t.kind = 'association' and t.same_as is not null) and m.version_from <= $22 and (m.version_until is null or m.version_until > $23) and coalesce(m.in_force_from, '-infinity') <= s.day and coalesce(m.in_force_until, 'infinity') >= s.day
),
peer as materialized (
  select s.*, v.inhabited
  from inside s
  join territory t on t.id = s.id
  cross join lateral (select s.day) in_force
  join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $24 and (w.version_until is null or w.version_until > $25)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
  left join designation d on d.code = v.text_code
  where s.designation is null or d.name = s.designation
),
place as materialized (
  select peer.*, coalesce(d.same_as, d.id) as district_id
  from peer
  join territory f on f.id = peer.facts_id and f.kind in ('municipality', 'association')
  join membership m on m.member_id = f.id and m.relation = 'district'
  join territory d on d.id = m.parent_id
  union
  select peer.*, facts_id
  from peer
),
cell as (
  select peers, id, lowest_first, inhabited, null::double precision as value
  from peer
  union all
  select place.peers, place.id, place.lowest_first, false, s."values"[spot.at]
  from place
  join published_series s on s.district_id = place.district_id and s.territory_id = place.facts_id
    and s.indicator_id = place.indicator_id and s.breakdown_id = place.breakdown_id and s.version_from <= $26 and (s.version_until is null or s.version_until > $27)
  cross join lateral (select array_position(s.periods, place.period) as at) spot
  where spot.at is not null
),
valued as materialized (
  select peers, id, lowest_first, bool_or(inhabited) as inhabited, max(value) as value
  from cell
  group by peers, id, lowest_first
),
ranked as materialized (
  select peers, id,
    rank() over (partition by peers order by case when lowest_first then value else -value end) as rank
  from valued
  where value is not null
),
spread as materialized (
  select peers, count(value)::int as published, (count(*) filter (where inhabited and value is null))::int as without,
    percentile_cont($28::double precision[]) within group (order by value) as quantiles
  from valued
  group by peers
)
select asked.position, ranked.rank::int, coalesce(spread.published, 0) as published, spread.without, spread.quantiles
from asked
left join spread on spread.peers = asked.peers
left join ranked on ranked.peers = asked.peers and ranked.id = asked.territory_id
