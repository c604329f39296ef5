-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with found as materialized (
  select w.position, b.*
  from unnest($1::text[]) with ordinality as w (district_key, position)
  join cooperation_body b on b.district_key = w.district_key
  where ($2::text[] is null or b.kind = any($3::text[]))
    and ($4::date is null or (coalesce(b.valid_from, '-infinity') <= $5::date
      and coalesce(b.valid_until, 'infinity') >= $6::date))
    and ($7::text is null or position($8
      in translate(lower(b.title_de || ' ' || b.title_en), 'ÄÖÜ', 'äöü')) > 0)
)
select counted.position::int, counted.total, page.*
from (
  select w.position, count(f.key)::int as total
  from generate_series(1, $9::int) as w (position)
  left join found f on f.position = w.position
  group by w.position
) counted
left join lateral (
  select b.district_key as district, b.key, b.kind,
  json_build_object('de', b.title_de, 'en', b.title_en) as title,
  case when b.purpose_de is not null then json_build_object('de', b.purpose_de, 'en', b.purpose_en) end as purpose,
  case
    when b.every_months is not null
      then json_build_object('every', json_build_object('months', b.every_months), 'since', b.recurs_since)
    when b.every_weeks is not null
      then json_build_object('every', json_build_object('weeks', b.every_weeks), 'since', b.recurs_since)
  end as recurrence,
  b.valid_from::text as "from", b.valid_until::text as until, b.revision
  from found b
  where b.position = counted.position and ($10::text is null or b.key > $11)
  order by b.key
  limit $12
) page on true
order by counted.position, page.key
