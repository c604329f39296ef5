-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select distinct on (wanted.position, t.key) wanted.position::int, t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
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
  $2::date[]
) with ordinality as wanted (facts_id, day, position)
join territory c on c.id = wanted.facts_id or c.same_as = wanted.facts_id
join membership m on m.member_id = c.id and m.relation = 'group' and m.version_from <= $3 and (m.version_until is null or m.version_until > $4)
join territory t on t.id = m.parent_id
cross join lateral (select wanted.day) in_force
join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $5 and (w.version_until is null or w.version_until > $6)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
where coalesce(m.in_force_from, '-infinity') <= wanted.day and coalesce(m.in_force_until, 'infinity') >= wanted.day
order by wanted.position, t.key
