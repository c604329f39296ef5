-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select wanted.position::int, t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
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
from unnest(
  $1::int[],
  $2::text[],
  $3::date[]
) with ordinality as wanted (parent_id, kind, day, position)
join territory p on p.id = wanted.parent_id
join membership m on m.parent_id = p.id and m.relation = p.kind and m.version_from <= $4 and (m.version_until is null or m.version_until > $5)
join territory t on t.id = m.member_id and t.kind = wanted.kind
cross join lateral (select wanted.day) in_force
join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $6 and (w.version_until is null or w.version_until > $7)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
where coalesce(m.in_force_from, '-infinity') <= wanted.day and coalesce(m.in_force_until, 'infinity') >= wanted.day
  and (exists (
select from territory_version known
where known.territory_id = "t"."id" and known.evidence <> 'TABLE' and known.version_from <= $8 and (known.version_until is null or known.version_until > $9)
  ) or not exists (
select from territory_version known
where known.territory_id = "p"."id" and known.evidence <> 'TABLE' and known.version_from <= $10 and (known.version_until is null or known.version_until > $11)
  ))
  and not (t.kind = 'association' and t.same_as is not null)
order by wanted.position, t.key
