-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.at::int, m.district_key as district, m.body_key as body, coalesce((select merged.merged_into from actor merged where merged.key = m.actor_key), m.actor_key) as actor, m.role,
  array(
    select r.municipality_key
    from body_member_municipality r
    where r.district_key = m.district_key and r.body_key = m.body_key and r.position = m.position
    order by r.municipality_key
  ) as represents,
  m.valid_from::text as "from", m.valid_until::text as until
from unnest(
  $1::text[],
  $2::date[]
) with ordinality as w (actor_key, day, at)
cross join lateral (select coalesce((select merged.merged_into from actor merged where merged.key = w.actor_key), w.actor_key) as key) asked
join actor known on known.key = asked.key or known.merged_into = asked.key
join body_member m on m.actor_key = known.key
  and (w.day is null
    or (coalesce(m.valid_from, '-infinity') <= w.day and coalesce(m.valid_until, 'infinity') >= w.day))
order by w.at, m.district_key collate "C", m.body_key, m.position
