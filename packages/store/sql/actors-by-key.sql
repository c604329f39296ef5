-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select a.key, a.kind, a.name,
  json_build_object('de', a.description_de, 'en', a.description_en) as description,
  a.topics, a.languages, a.migrant_led as "migrantLed", a.demo,
  array(
    select territory_id from actor_territory where actor_key = a.key order by territory_id
  ) as "territoryIds"
from actor a
where a.key = any($1::text[])
