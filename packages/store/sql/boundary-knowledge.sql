-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with source as (
  select s.* from change_source s where s.version_from <= $1 and (s.version_until is null or s.version_until > $1)
),
link as (
  select l.change_source_id, f.kind, f.key as source, t.key as target, l.source_from, l.source_until, l.target_on,
l.population, l.area, l.employment
  from territory_link l
  join source s on s.id = l.change_source_id
  join territory f on f.id = l.source_id
  join territory t on t.id = l.target_id
),
crossing as (
  select l.*, (
select r.id from register r where r.version_from <= $1 and (r.version_until is null or r.version_until > $1)
order by r.territory_date < l.target_on desc, abs(r.territory_date - l.target_on) limit 1
  ) as register_id
  from link l
  join source s on s.id = l.change_source_id and s.kind = 'changes'
  where l.kind = 'municipality' and left(l.source, 5) <> left(l.target, 5)
),
whole as (
  select c.change_source_id, c.source, c.target, c.target_on, c.population, c.area, c.register_id,
coalesce(sum(p.population), max(e.population)) as residents,
coalesce(sum(p.area_square_metres) / 10000, max(e.area_hectares)) as hectares
  from crossing c
  join territory m on m.kind = 'municipality' and m.key = c.source
  left join territory_change p on p.change_source_id = c.change_source_id and p.from_id = m.id
and p.effective_on = c.target_on and p.kinds && array['DISSOLVED', 'PART_MOVED']
  left join register_entry e on e.register_id = c.register_id and e.territory_id = m.id
  group by c.change_source_id, c.source, c.target, c.target_on, c.population, c.area, c.register_id
),
district_share as (
  select w.change_source_id, left(w.source, 5) as source, left(w.target, 5) as target, w.target_on,
sum(w.population * w.residents) / nullif(max(e.residents), 0) as population,
sum(w.area * w.hectares) / nullif(max(e.hectares), 0) as area
  from whole w
  left join lateral (
select sum(e.population)::double precision as residents, sum(e.area_hectares)::double precision as hectares
from register_entry e
join territory t on t.id = e.territory_id and t.kind = 'municipality' and left(t.key, 5) = left(w.source, 5)
where e.register_id = w.register_id
  ) e on true
  group by w.change_source_id, left(w.source, 5), left(w.target, 5), w.target_on
),
district_link as (
  select change_source_id, source, target, target_on, population, area, null::double precision as employment
  from district_share
  union all
  select change_source_id, source, source, target_on, 1 - sum(population), 1 - sum(area), null
  from district_share
  group by change_source_id, source, target_on
  having coalesce(bool_and(population is not null), false) and 1 - sum(area) > 1e-6
),
packed as (
  select s.kind, k.kind as territory_kind, s.covers_from, s.covers_until, s.source_days, s.target_on,
coalesce((
  select json_agg(json_build_array(l.source, l.target, case when s.kind = 'changes' then l.target_on else l.source_from end,
    l.source_until, l.population, l.area, l.employment))
  from link l where l.change_source_id = s.id and l.kind = k.kind
), (
  select json_agg(json_build_array(d.source, d.target, d.target_on, d.target_on, d.population, d.area, d.employment))
  from district_link d where d.change_source_id = s.id and k.kind = 'district'
), '[]') as links
  from source s
  cross join (values ('municipality'), ('district')) k (kind)
)
select
  array(select r.territory_date::text from register r where r.version_from <= $1 and (r.version_until is null or r.version_until > $1) order by 1) as registers,
  (
select coalesce(json_agg(json_build_array(t.kind, t.key, l.in_force_from, l.in_force_until, exists (
  select from territory_version v where v.territory_id = t.id and v.inhabited and v.version_from <= $1 and (v.version_until is null or v.version_until > $1)
))), '[]')
from territory_life l
join territory t on t.id = l.territory_id and t.kind in ('municipality', 'district')
where l.version_from <= $1 and (l.version_until is null or l.version_until > $1)
  ) as lives,
  (
select coalesce(json_agg(p), '[]') from packed p
where p.kind = 'changes' or json_array_length(p.links) > 0
  ) as sources,
  (
select coalesce(json_agg(json_build_array(p.kind || ' ' || p.key, c.kind, c.key, m.in_force_from, m.in_force_until)), '[]')
from membership m
join territory p on p.id = m.parent_id and p.kind in ('association', 'region', 'group') and p.same_as is null
join territory c on c.id = m.member_id and c.kind in ('municipality', 'district')
  and (p.kind <> 'region' or c.kind = 'district') and (p.kind <> 'association' or c.kind = 'municipality')
where m.relation = p.kind and m.version_from <= $1 and (m.version_until is null or m.version_until > $1)
  ) as members,
  (
select coalesce(json_agg(json_build_array(t.kind, t.key, coalesce(f.id, t.id), coalesce(f.kind, t.kind) = 'municipality', (
  select json_agg(distinct stood.district_id)
  from (
    select coalesce(d.same_as, d.id, f.id, t.id) as district_id
    union all
    select e.district_id from earlier_district e where e.territory_id = t.id and e.version_from <= $1 and (e.version_until is null or e.version_until > $1)
  ) stood
))), '[]')
from territory t
left join territory f on f.id = t.same_as
left join territory d on f.id is null and t.kind = 'municipality' and d.kind = 'district' and d.key = left(t.key, 5)
where t.kind in ('municipality', 'district')
  ) as places,
  (select coalesce(json_agg(json_build_array(key, id)), '[]') from breakdown) as breakdowns,
  (
select coalesce(json_agg(json_build_array(d.measure_id, d.input_ids)), '[]')
from (
  select m.measure_id, json_agg(distinct r.input_id) as input_ids
  from release r cross join unnest(r.measure_ids) m (measure_id)
  where r.version_from <= $1
  group by m.measure_id
) d
  ) as inputs,
  (select coalesce(max(r.boundary_years_behind), 0) from release r where r.version_from <= $1 and (r.version_until is null or r.version_until > $1)) as "yearsBehind",
  (select coalesce(max(r.boundary_years_ahead), 0) from release r where r.version_from <= $1 and (r.version_until is null or r.version_until > $1)) as "yearsAhead",
  (select min(p) from release r cross join unnest(r.periods) p where r.version_from <= $1 and (r.version_until is null or r.version_until > $1)) as "firstPeriod"
