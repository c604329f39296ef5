-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with fact as (
  select a.territory_id, a.measure_id, a.breakdown_id, a.period, a.value, a.status, a.flags, a.boundary_date
  from unnest($1::int[], $2::int[]) as w (district_id, territory_id)
  join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
    and a.measure_id = any($3::int[]) and a.breakdown_id = any($4::int[])
     and a.version_from <= $5 and (a.version_until is null or a.version_until > $6)
  union all
  (select  o.territory_id, o.measure_id, o.breakdown_id, o.period, o.value, o.status, o.flags, o.boundary_date
  from unnest($7::int[], $8::int[]) as w (district_id, territory_id)
  join observation o on o.district_id = w.district_id and o.territory_id = w.territory_id
    and o.measure_id = any($9::int[]) and o.input_id = any($10::int[])
    and o.breakdown_id = any($11::int[])
     and o.version_from <= $12 and (o.version_until is null or o.version_until > $13)
  )
)
select json_build_array(array_agg(territory_id), array_agg(measure_id), array_agg(breakdown_id), array_agg(period),
  array_agg(value), array_agg(status), array_agg(flags), array_agg(boundary_date)) as lists
from fact
having count(*) > 0
