-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with found as materialized (
  select t.id
  from territory t
  cross join (
  select coalesce(
    max(r.territory_date) filter (where r.territory_date <= coalesce($1::date, 'infinity')),
    min(r.territory_date), $2::date, 'infinity') as day
  from register r
  where r.version_from <= $3 and (r.version_until is null or r.version_until > $4)
) in_force
  join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $5 and (w.version_until is null or w.version_until > $6)
  order by w.proven_from <= in_force.day desc,
    case when w.proven_from <= in_force.day then w.proven_from end desc, w.proven_from
  limit 1
) v on true
  where t.kind = 'district'
    and (not exists (select from register g where g.version_from <= $7 and (g.version_until is null or g.version_until > $8))
      or (v.evidence = 'REGISTER' and v.proven_from <= in_force.day and v.proven_until >= in_force.day))
    and ($9::text is null or left(t.key, 2) = $10)
    and ($11::text is null or position($12
      in translate(lower(v.name), 'ÄÖÜ', 'äöü')) > 0)
)
select total, page.*
from (select count(*)::int as total from found) counted
left join lateral (
  select t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
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
  from found
  join territory t on t.id = found.id
  cross join (
  select coalesce(
    max(r.territory_date) filter (where r.territory_date <= coalesce($13::date, 'infinity')),
    min(r.territory_date), $14::date, 'infinity') as day
  from register r
  where r.version_from <= $15 and (r.version_until is null or r.version_until > $16)
) in_force
  join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $17 and (w.version_until is null or w.version_until > $18)
  order by w.proven_from <= in_force.day desc,
    case when w.proven_from <= in_force.day then w.proven_from end desc, w.proven_from
  limit 1
) v on true
  where $19::text is null or t.key > $20
  order by t.key
  limit $21
) page on true
order by page.key
