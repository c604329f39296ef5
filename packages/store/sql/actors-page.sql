-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with recursive wanted as (
  select *
  from unnest(
    $1::text[],
    $2::text[],
    $3::text[],
    $4::text[],
    $5::boolean[],
    $6::int[],
    $7::int[],
    $8::text[],
    $9::text[],
    $10::boolean[],
    $11::int[],
    $12::text[]
  ) with ordinality as w (
    text, kind, topic, language, migrant_led, territory_id, district_id, district_key, member_of, inactive, size, after, position
  )
),
inside as (
  select distinct id as place_id, id
  from wanted
  cross join lateral unnest(array[territory_id, district_id]) as id
  where id is not null
  union
  select inside.place_id, coalesce(t.same_as, t.id)
  from inside
  join territory p on coalesce(p.same_as, p.id) = inside.id
  join membership m on m.parent_id = p.id and m.version_from <= $13 and (m.version_until is null or m.version_until > $14)
  join territory t on t.id = m.member_id
),
covering as (
  select distinct id as place_id, id
  from wanted
  cross join lateral unnest(array[territory_id, district_id]) as id
  where id is not null
  union
  select covering.place_id, coalesce(t.same_as, t.id)
  from covering
  join territory c on coalesce(c.same_as, c.id) = covering.id
  join membership m on m.member_id = c.id and m.version_from <= $15 and (m.version_until is null or m.version_until > $16)
  join territory t on t.id = m.parent_id
),
at_work as (
  select r.place_id, l.actor_key
  from (select place_id, id from inside union select place_id, id from covering) r
  join territory t on coalesce(t.same_as, t.id) = r.id
  join actor_territory l on l.territory_id = t.id
  group by r.place_id, l.actor_key
),
listed as (
  select w.position, a.key from wanted w join actor a on w.district_id is null and w.member_of is null
  union
  select w.position, x.actor_key from wanted w join at_work x on x.place_id = w.district_id
  union
  select w.position, a.key from wanted w join actor a on a.district_key = w.district_key
  union
  select w.position, coalesce((select merged.merged_into from actor merged where merged.key = m.actor_key), m.actor_key)
  from wanted w
  join actor_membership m on coalesce((select merged.merged_into from actor merged where merged.key = m.organisation_key), m.organisation_key) = w.member_of
),
found as materialized (
  select w.position, a.key
  from listed
  join wanted w on w.position = listed.position
  join actor a on a.key = listed.key
  where a.merged_into is null and (w.inactive or a.deactivated_on is null)
    and (w.kind is null or a.kind = w.kind)
    and (w.topic is null or w.topic = any(a.topics))
    and (w.language is null or w.language = any(a.languages))
    and (w.migrant_led is null or a.migrant_led = w.migrant_led)
    and (w.member_of is null or a.key <> w.member_of)
    and (w.territory_id is null or exists (
      select from at_work x where x.place_id = w.territory_id and x.actor_key = a.key
    ))
    and (w.text is null or position(w.text in translate(
      lower(concat_ws(chr(10), a.name, a.description_de, a.description_en)), 'ÄÖÜ', 'äöü'
    )) > 0)
),
placed as (
  select f.position, f.key, row_number() over (partition by f.position order by f.key collate "C") as place
  from found f
  join wanted w on w.position = f.position
  where w.after is null or f.key collate "C" > w.after
),
counted as (
  select position, count(*)::int as total from found group by position
)
select w.position::int, coalesce(counted.total, 0) as total, a.key, a.kind, a.name,
  json_build_object('de', a.description_de, 'en', a.description_en) as description,
  a.district_key as district, a.topics, a.languages, a.migrant_led as "migrantLed", a.website, a.email, a.source,
  a.deactivated_on as "deactivatedOn", a.demo, a.revision,
  (
    select coalesce(json_agg(
      json_build_object('organisation', o.key, 'from', m.valid_from, 'until', m.valid_until) order by m.position
    ), '[]')
    from actor_membership m
    cross join lateral (select coalesce((select merged.merged_into from actor merged where merged.key = m.organisation_key), m.organisation_key) as key) o
    where m.actor_key = a.key and o.key <> a.key
  ) as memberships,
  array(
    select territory_id from actor_territory where actor_key = a.key order by territory_id
  ) as "territoryIds",
  array(select gone.key from actor gone where gone.merged_into = a.key order by gone.key) as "mergedKeys"
from wanted w
left join counted on counted.position = w.position
left join placed on placed.position = w.position and placed.place <= w.size + 1
left join actor a on a.key = placed.key
order by w.position, a.key collate "C"
