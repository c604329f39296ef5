-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select g.territory_id as id, json_build_object('de', g.title_de, 'en', g.title_en) as title, g.category, g.source
from territory_group g
where g.territory_id = any($1::int[]) and g.version_from <= $2 and (g.version_until is null or g.version_until > $3)
