-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.position::int, counted.total, page.*
from unnest(
  $1::text[],
  $2::text[]
) with ordinality as w (district_key, body_key, position)
cross join lateral (select count(*)::int as total from body_meeting m
  where m.district_key = w.district_key and m.body_key = w.body_key
    and ($3::date is null or m.day >= $4::date) and ($5::date is null or m.day <= $6::date)
    and ($7::text[] is null or m.state = any($8::text[]))) counted
left join lateral (
  select (m.day::text || '/' || m.key) collate "C" as place, m.district_key as district, m.body_key as body, m.key, m.day::text as day,
  m.state, m.agenda, m.links,
  (
    select coalesce(json_agg(json_build_object(
      'text', r.text, 'decision', r.decision_key, 'round', d.round, 'publicRound', d.public_round
    ) order by r.position), '[]')
    from meeting_resolution r
    cross join lateral (
      select max(j.round) as round, max(j.round) filter (where j.consultation_last_day is not null) as public_round
      from joint_decision j
      where j.district_key = r.district_key and j.key = r.decision_key
    ) d
    where r.district_key = m.district_key and r.body_key = m.body_key and r.meeting_key = m.key
  ) as resolutions,
  m.revision
  from body_meeting m
  where m.district_key = w.district_key and m.body_key = w.body_key
    and ($9::date is null or m.day >= $10::date) and ($11::date is null or m.day <= $12::date)
    and ($13::text[] is null or m.state = any($14::text[])) and ($15::text is null or (m.day::text || '/' || m.key) collate "C" > $16)
  order by m.day, m.key
  limit $17
) page on true
order by w.position, page.place
