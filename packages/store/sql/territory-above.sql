-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select distinct on (wanted.position) wanted.position::int, t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
  (
    select coalesce(nullif(array_agg(distinct coalesce(d.same_as, d.id)), '{null}'), array[f.id])
    from territory f
    left join membership h
      on h.member_id = f.id and h.relation = 'district' and f.kind in ('municipality', 'association', 'part')
    left join territory d on d.id = h.parent_id
    where f.id = coalesce(t.same_as, t.id)
    group by f.id
  ) as "districtIds",
  v.ars, v.ags, v.name, v.inhabited,
  v.proven_from::text as "provenFrom", v.proven_until::text as "provenUntil",
  v.valid_from::text as "validFrom", v.valid_until::text as "validUntil",
  v.evidence = 'TABLE' as provisional,
  least(greatest(in_force.day, v.proven_from), v.proven_until)::text as "asAt"
from unnest(
  $1::int[],
  $2::text[],
  $3::date[]
) with ordinality as wanted (member_id, kind, day, position)
join membership m on m.member_id = wanted.member_id and m.version_from <= $4 and (m.version_until is null or m.version_until > $5)
  and m.relation = any(
    case when wanted.kind is null then array['district', 'region', 'state', 'country'] else array[wanted.kind] end
  )
join territory t on t.id = m.parent_id
cross join lateral (
  select coalesce(
    max(r.territory_date) filter (where r.territory_date <= coalesce(wanted.day, 'infinity')),
    min(r.territory_date), wanted.day, 'infinity') as day
  from register r
  where r.version_from <= $6 and (r.version_until is null or r.version_until > $7)
) in_force
join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $8 and (w.version_until is null or w.version_until > $9)
  order by w.proven_from <= in_force.day desc,
    case when w.proven_from <= in_force.day then w.proven_from end desc, w.proven_from
  limit 1
) v on true
order by wanted.position,
  m.proven_from <= wanted.day and m.proven_until >= wanted.day desc,
  array_position(array['association', 'district', 'region', 'state', 'country'], m.relation),
  m.proven_from desc, t.key
