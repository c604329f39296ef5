-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.position::int, w.day::text as on, b.district_key as district, b.key, b.kind,
  json_build_object('de', b.title_de, 'en', b.title_en) as title,
  case when b.purpose_de is not null then json_build_object('de', b.purpose_de, 'en', b.purpose_en) end as purpose,
  case
    when b.every_months is not null
      then json_build_object('every', json_build_object('months', b.every_months), 'since', b.recurs_since)
    when b.every_weeks is not null
      then json_build_object('every', json_build_object('weeks', b.every_weeks), 'since', b.recurs_since)
  end as recurrence,
  b.valid_from::text as "from", b.valid_until::text as until, b.revision
from unnest(
  $1::text[],
  $2::date[]
) with ordinality as w (district_key, day, position)
join cooperation_body b on b.district_key = w.district_key and b.recurs_since is not null
order by w.position, b.key
