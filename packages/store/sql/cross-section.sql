-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select w.*, register.day as register_day
  from unnest(
    $1::int[],
    $2::text[],
    $3::int[],
    $4::text[],
    $5::text[],
    $6::date[]
  ) with ordinality as w (territory_id, kind, indicator_id, breakdown, period, day, position)
  cross join lateral (
  select coalesce(
    max(r.territory_date) filter (where r.territory_date <= coalesce(w.day, 'infinity')),
    min(r.territory_date), w.day, 'infinity') as day
  from register r
  where r.version_from <= $7 and (r.version_until is null or r.version_until > $8)
) register
),
parent as (
  select w.position, w.territory_id as id
  from wanted w
  union
  select w.position, d.id
  from wanted w
  join membership m on m.parent_id = w.territory_id and m.relation in ('region', 'state', 'country')
  join territory d on d.id = m.member_id and d.kind = 'district'
  where w.kind in ('municipality', 'association') and m.version_from <= $9 and (m.version_until is null or m.version_until > $10) and m.proven_from <= case when d.evidence = 'REGISTER' then w.register_day else w.day end
    and m.proven_until >= case when d.evidence = 'REGISTER' then w.register_day else w.day end
),
member as materialized (
  select distinct w.position, t.id, coalesce(t.same_as, t.id) as facts_id
  from parent
  join wanted w on w.position = parent.position
  join territory p on p.id = parent.id
  join membership m on m.parent_id = p.id and m.relation = p.kind
  join territory t on t.id = m.member_id and t.kind = w.kind
  where not (t.kind = 'association' and t.same_as is not null) and m.version_from <= $11 and (m.version_until is null or m.version_until > $12) and m.proven_from <= case when t.evidence = 'REGISTER' then w.register_day else w.day end
    and m.proven_until >= case when t.evidence = 'REGISTER' then w.register_day else w.day end
),
place as materialized (
  select member.position, member.id, member.facts_id, coalesce(d.same_as, d.id) as district_id
  from member
  join territory f on f.id = member.facts_id and f.kind in ('municipality', 'association')
  join membership m on m.member_id = f.id and m.relation = 'district'
  join territory d on d.id = m.parent_id
  union
  select position, id, facts_id, facts_id
  from member
),
value as (
  select place.position, place.id, s."values"[spot.at] as value, s.statuses[spot.at] as status,
    s.coverages[spot.at] as coverage
  from place
  join wanted w on w.position = place.position
  join breakdown b on b.key = w.breakdown
  join published_series s on s.district_id = place.district_id and s.territory_id = place.facts_id
    and s.indicator_id = w.indicator_id and s.breakdown_id = b.id and s.version_from <= $13 and (s.version_until is null or s.version_until > $14)
  cross join lateral (select array_position(s.periods, w.period) as at) spot
  where spot.at is not null
)
select w.position::int,
  json_agg(json_build_object('key', t.key, 'ars', v.ars, 'ags', v.ags, 'name', v.name) order by t.key) as territories,
  json_agg(value.value order by t.key) as values,
  json_agg(coalesce(value.status, 20) order by t.key) as statuses,
  json_agg(value.coverage order by t.key) as coverages
from member
join wanted w on w.position = member.position
join territory t on t.id = member.id
cross join lateral (select case when t.evidence = 'REGISTER' then w.register_day else w.day end as day) in_force
join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $15 and (w.version_until is null or w.version_until > $16)
  order by w.proven_from <= in_force.day desc,
    case when w.proven_from <= in_force.day then w.proven_from end desc, w.proven_from
  limit 1
) v on true
left join value on value.position = member.position and value.id = member.id
group by w.position
