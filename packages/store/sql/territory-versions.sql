-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select wanted.position::int, v.ars, v.ags, v.name, v.text_code as "textCode", v.inhabited, v.evidence,
  v.proven_from::text as "provenFrom", v.proven_until::text as "provenUntil",
  v.valid_from::text as "validFrom", v.valid_until::text as "validUntil"
from unnest($1::int[]) with ordinality as wanted (id, position)
join territory_version v on v.territory_id = wanted.id and v.version_from <= $2 and (v.version_until is null or v.version_until > $3)
order by wanted.position, v.in_force_from nulls first, v.proven_from
