-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select m.district_key as district, m.body_key as body, m.key, m.day::text as day,
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
from unnest(
  $1::text[],
  $2::text[],
  $3::text[]
) as w (district_key, body_key, key)
join body_meeting m on m.district_key = w.district_key and m.body_key = w.body_key and m.key = w.key
