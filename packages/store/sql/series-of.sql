-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select place.request, place.district_id, place.territory_id,
    selection.position as selection, selection.indicator_id, b.id as breakdown_id
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
)
select wanted.request, wanted.selection,
  json_build_array(s.periods, s."values", s.statuses, s.flags, s.origins, s.coverages) as cells
from wanted
join published_series s on s.district_id = wanted.district_id and s.territory_id = wanted.territory_id
  and s.indicator_id = wanted.indicator_id and s.breakdown_id = wanted.breakdown_id
  and s.version_from <= $9 and (s.version_until is null or s.version_until > $10) and s.district_id = any($11::int[])
