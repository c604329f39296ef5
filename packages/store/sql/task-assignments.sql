-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.position::int, a.district_key as district, a.key, a.task_key as task,
  a.territory_key as territory, coalesce((select merged.merged_into from actor merged where merged.key = a.actor_key), a.actor_key) as actor, a.role,
  a.valid_from::text as "from", a.valid_until::text as until, a.revision
from unnest(
  $1::text[],
  $2::date[]
) with ordinality as w (district, day, position)
join task_assignment a on a.district_key = w.district
  and (w.day is null or coalesce(a.valid_from, '-infinity') <= w.day and coalesce(a.valid_until, 'infinity') >= w.day
    and not exists (
      select from actor gone where gone.key = coalesce((select merged.merged_into from actor merged where merged.key = a.actor_key), a.actor_key) and gone.deactivated_on <= w.day
    ))
order by w.position, a.key
