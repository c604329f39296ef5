-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with found as materialized (
  select g.territory_id as id from territory_group g where g.version_from <= $1 and (g.version_until is null or g.version_until > $2)
)
select total, page.*
from (select count(*)::int as total from found) counted
left join lateral (
  select t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
  (
    select coalesce(nullif(array_agg(distinct coalesce(d.same_as, d.id)), '{null}'), array[f.id])
      || array(select distinct e.district_id from earlier_district e where e.territory_id = f.id)
    from territory f
    left join membership h
      on h.member_id = f.id and h.relation = 'district' and f.kind in ('municipality', 'association', 'part')
    left join territory d on d.id = h.parent_id
    where f.id = coalesce(t.same_as, t.id)
    group by f.id
  ) as "districtIds",
  v.ars, v.ags, v.name, v.text_code as "textCode", v.inhabited,
  v.proven_from::text as "provenFrom", v.proven_until::text as "provenUntil",
  v.valid_from::text as "validFrom", v.valid_until::text as "validUntil",
  v.evidence = 'TABLE' as provisional,
  least(greatest(in_force.day, v.in_force_from), v.in_force_until)::text as "asAt"
  from found
  join territory t on t.id = found.id
  cross join (select coalesce(null::date, 'infinity') as day) in_force
  join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $3 and (w.version_until is null or w.version_until > $4)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
  where $5::text is null or t.key > $6
  order by t.key
  limit $7
) page on true
order by page.key
