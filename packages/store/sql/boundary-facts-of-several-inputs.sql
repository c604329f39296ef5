-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with fact as (
  select a.territory_id, a.measure_id, a.breakdown_id, a.period, a.value, a.status, a.flags, a.boundary_date
  from unnest($1::int[], $2::int[]) as w (district_id, territory_id)
  join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
    and a.measure_id = any($3::int[]) and a.breakdown_id = any($4::int[])
    and "a"."period" = any($5::text[]) and a.version_from <= $6 and (a.version_until is null or a.version_until > $7)
  union all
  (select distinct on (o.territory_id, o.measure_id, o.breakdown_id, o.period) o.territory_id, o.measure_id, o.breakdown_id, o.period, o.value, o.status, o.flags, o.boundary_date
  from unnest($8::int[], $9::int[]) as w (district_id, territory_id)
  join observation o on o.district_id = w.district_id and o.territory_id = w.territory_id
    and o.measure_id = any($10::int[]) and o.input_id = any($11::int[])
    and o.breakdown_id = any($12::int[])
    and "o"."period" = any($13::text[]) and o.version_from <= $14 and (o.version_until is null or o.version_until > $15)
  order by o.territory_id, o.measure_id, o.breakdown_id, o.period, o.sign is not distinct from '-', o.release_id desc)
)
select json_build_array(array_agg(territory_id), array_agg(measure_id), array_agg(breakdown_id), array_agg(period),
  array_agg(value), array_agg(status), array_agg(flags), array_agg(boundary_date)) as lists
from fact
having count(*) > 0
