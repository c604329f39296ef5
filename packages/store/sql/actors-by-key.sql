-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select asked.key as "askedKey", a.key, a.kind, a.name,
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
from actor asked
join actor a on a.key = coalesce((select merged.merged_into from actor merged where merged.key = asked.key), asked.key)
where asked.key = any($1::text[])
