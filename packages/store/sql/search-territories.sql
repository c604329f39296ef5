-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with matched as (
  select v.territory_id as id, v.name, v.name_plain, v.in_force_from,
    case when $1::text is null then null
      when v.ars like $2::text || '%' and not t.key like $3::text || '%' then v.ars
      when t.key like $4::text || '%' then t.key end as found_key,
    case when t.key = $5::text or v.ars = $6::text then 0
      when t.key like $7::text || '%' or v.ars like $8::text || '%' then 1
      when starts_with(v.name_folded, $9::text) or starts_with(v.name_plain, $10::text) then 1
      else 2 end as rank
  from territory_version v
  join territory t on t.id = v.territory_id
  where v.version_from <= $11 and (v.version_until is null or v.version_until > $12)
    and ($13 or t.kind = any($14::text[]))
    and t.kind <> 'part' and not (t.kind = 'association' and t.same_as is not null)
    and (t.key like $15::text || '%' or v.ars like $16::text || '%'
      or position($17::text in v.name_folded) > 0 or position($18::text in v.name_plain) > 0)
),
found as materialized (
  select distinct on (coalesce(t.same_as, t.id)) t.id, m.name as "matchedName",
    coalesce(m.found_key, t.key) as "matchedKey",
    m.rank || case when l.lives then '0' else '1' end || coalesce(m.found_key, m.name_plain) || chr(1)
      || coalesce(array_position($19::text[], t.kind), 9) || t.key as place
  from matched m
  join territory t on t.id = m.id
  cross join lateral (
    select t.kind = 'group'
      or exists (
        select from territory_life f where f.territory_id = t.id and f.version_from <= $20 and (f.version_until is null or f.version_until > $21) and f.in_force_until is null
      )
      or not exists (select from territory_life f where f.version_from <= $22 and (f.version_until is null or f.version_until > $23)) as lives
  ) l
  order by coalesce(t.same_as, t.id), m.rank, t.same_as is not null, m.in_force_from desc nulls last
)
select total, page.*
from (select count(*)::int as total from found) counted
left join lateral (
  select found.place, found."matchedName", found."matchedKey", t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
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
  where w.territory_id = t.id and w.version_from <= $24 and (w.version_until is null or w.version_until > $25)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
  where $26::text is null or found.place collate "C" > $27
  order by found.place collate "C"
  limit $28
) page on true
order by page.place collate "C"
