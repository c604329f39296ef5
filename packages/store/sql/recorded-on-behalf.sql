-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select w.position::int, json_build_object('key', t.key, 'name', coalesce(v.name, t.key)) as territory,
  to_char(b.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "confirmedAt"
from unnest($1::int[]) with ordinality as w (release_id, position)
join release_on_behalf b on b.release_id = w.release_id
join territory t on t.id = b.territory_id
left join lateral (
  select name from territory_version where territory_id = t.id and version_until is null
  order by proven_from desc
  limit 1
) v on true
order by w.position, t.key
