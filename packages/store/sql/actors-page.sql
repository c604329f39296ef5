-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with recursive inside as (
  select $1::int as id
  union
  select coalesce(t.same_as, t.id)
  from inside
  join territory p on coalesce(p.same_as, p.id) = inside.id
  join membership m on m.parent_id = p.id and m.version_from <= $2 and (m.version_until is null or m.version_until > $3)
  join territory t on t.id = m.member_id
),
covering as (
  select $4::int as id
  union
  select coalesce(t.same_as, t.id)
  from covering
  join territory c on coalesce(c.same_as, c.id) = covering.id
  join membership m on m.member_id = c.id and m.version_from <= $5 and (m.version_until is null or m.version_until > $6)
  join territory t on t.id = m.parent_id
),
found as materialized (
  select a.key
  from actor a
  where ($7::text is null or a.kind = $8)
    and ($9 or exists (
      select
      from actor_territory w
      join territory t on t.id = w.territory_id
      where w.actor_key = a.key
        and (coalesce(t.same_as, t.id) in (select id from inside)
          or coalesce(t.same_as, t.id) in (select id from covering))
    ))
)
select total, page.*
from (select count(*)::int as total from found) counted
left join lateral (
  select a.key, a.kind, a.name,
  json_build_object('de', a.description_de, 'en', a.description_en) as description,
  a.topics, a.languages, a.migrant_led as "migrantLed", a.demo,
  array(
    select territory_id from actor_territory where actor_key = a.key order by territory_id
  ) as "territoryIds"
  from found
  join actor a on a.key = found.key
  where $10::text is null or a.key collate "C" > $11
  order by a.key collate "C"
  limit $12
) page on true
order by page.key collate "C"
