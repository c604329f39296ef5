-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select key, official_number as "officialNumber", field, evidence,
  json_build_object('de', title_de, 'en', title_en) as title,
  json_build_object('de', text_de, 'en', text_en) as text,
  json_build_object('document', source_document, 'place', source_place, 'url', source_url) as source
from recommendation
where $1::text is null or field = $2
order by position, key
