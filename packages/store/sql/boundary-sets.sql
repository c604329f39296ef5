-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select wanted.position::int, s.kind as level, s.valid_on::text as "validOn", s.source, s.licence, s.changes,
  s.content_hash as "contentHash"
from unnest(
  $1::text[],
  $2::date[]
) with ordinality as wanted (kind, day, position)
join lateral (
  select *
  from boundary_set b
  where b.kind = wanted.kind and b.version_from <= $3 and (b.version_until is null or b.version_until > $4)
  order by b.valid_on <= coalesce(wanted.day, 'infinity') desc,
    case when b.valid_on <= coalesce(wanted.day, 'infinity') then b.valid_on end desc, b.valid_on
  limit 1
) s on true
