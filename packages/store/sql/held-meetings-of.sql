-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.position::int, m.body_key as body, m.key, m.day::text as day, m.state, m.participants_recorded as recorded,
  array(
    select distinct coalesce((select merged.merged_into from actor merged where merged.key = p.actor_key), p.actor_key) collate "C" as actor
    from meeting_participant p
    where p.district_key = m.district_key and p.body_key = m.body_key and p.meeting_key = m.key
    order by actor
  ) as there
from unnest(
  $1::text[],
  $2::text[],
  $3::date[],
  $4::date[]
) with ordinality as w (district_key, body_key, from_day, until_day, position)
join body_meeting m on m.district_key = w.district_key and m.body_key = w.body_key and m.state = 'HELD'
  and (w.from_day is null or m.day >= w.from_day) and m.day <= w.until_day
order by w.position, m.day, m.key
