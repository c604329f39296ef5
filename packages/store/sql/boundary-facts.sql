-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with own as materialized (
  select w.place::int, coalesce(t.same_as, t.id) as territory_id, coalesce(f.kind, t.kind) as kind,
    coalesce(d.same_as, d.id, f.id, t.id) as district_id
  from unnest(
    $1::text[],
    $2::text[]
  ) with ordinality as w (kind, key, place)
  join territory t on t.kind = w.kind and t.key = w.key
  left join territory f on f.id = t.same_as
  left join territory d on t.same_as is null and t.kind = 'municipality' and d.kind = 'district' and d.key = left(w.key, 5)
),
wanted as materialized (
  select * from own
  union
  select own.place, own.territory_id, own.kind, e.district_id
  from own
  join earlier_district e on e.territory_id = own.territory_id and e.version_from <= $3 and (e.version_until is null or e.version_until > $4)
  where own.kind = 'municipality'
),
category as materialized (
  select id, key from breakdown where key = any($5::text[])
),
fact as (
  select w.place, a.measure_id, a.breakdown_id, a.period, a.value, a.status, a.flags, a.boundary_date
  from wanted w
  join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
    and a.measure_id = any($6::int[]) and a.breakdown_id in (select id from category)
    and a.version_from <= $7 and (a.version_until is null or a.version_until > $8)
  where w.kind <> 'municipality'
  union all
  (select distinct on (w.place, o.measure_id, o.breakdown_id, o.period)
    w.place, o.measure_id, o.breakdown_id, o.period, o.value, o.status, o.flags, o.boundary_date
  from wanted w
  join observation o on o.district_id = w.district_id and o.territory_id = w.territory_id
    and o.measure_id = any($9::int[]) and o.breakdown_id in (select id from category)
    and o.version_from <= $10 and (o.version_until is null or o.version_until > $11)
  where w.kind = 'municipality'
  order by w.place, o.measure_id, o.breakdown_id, o.period, o.sign is not distinct from '-', o.release_id desc)
)
select f.place, f.measure_id as measure, c.key as breakdown,
  json_build_array(array_agg(f.period), array_agg(f.value), array_agg(f.status), array_agg(f.flags),
    array_agg(f.boundary_date)) as cells
from fact f
join category c on c.id = f.breakdown_id
group by f.place, f.measure_id, c.key
