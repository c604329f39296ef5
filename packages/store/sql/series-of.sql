-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select place.request, selection.position as selection,
  json_build_array(s.periods, s."values", s.statuses, s.flags, s.origins, s.coverages) as cells
from unnest(
  $1::int[],
  $2::int[],
  $3::int[],
  $4::int[]
) as place (request, selections, district_id, territory_id)
join unnest(
  $5::int[],
  $6::int[],
  $7::int[],
  $8::text[]
) as selection (selections, position, indicator_id, breakdown)
  on selection.selections = place.selections
join breakdown b on b.key = selection.breakdown
join published_series s
  on s.district_id = any($9::int[])
  and s.district_id = place.district_id and s.territory_id = place.territory_id
  and s.indicator_id = selection.indicator_id and s.breakdown_id = b.id and s.version_from <= $10 and (s.version_until is null or s.version_until > $11)
order by s.version_from, s.district_id
