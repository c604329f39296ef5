-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select (
  select max(m.day)::text
  from body_meeting m
  where m.district_key = w.district_key and m.body_key = w.body_key and m.state = 'HELD' and m.day <= w.day
) as day
from unnest(
  $1::text[],
  $2::text[],
  $3::date[]
) with ordinality as w (district_key, body_key, day, position)
order by w.position
