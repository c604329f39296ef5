-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.at::int, m.body_key as body, coalesce((select merged.merged_into from actor merged where merged.key = m.actor_key), m.actor_key) as actor, m.role,
  array(
    select r.municipality_key
    from body_member_municipality r
    where r.district_key = m.district_key and r.body_key = m.body_key and r.position = m.position
    order by r.municipality_key
  ) as represents,
  m.valid_from::text as "from", m.valid_until::text as until
from unnest(
  $1::text[],
  $2::text[]
) with ordinality as w (district_key, body_key, at)
join body_member m on m.district_key = w.district_key and m.body_key = w.body_key
order by w.at, m.position
