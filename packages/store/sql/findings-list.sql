-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with change as (
  select c.*, s.file
  from territory_change c
  join change_source s on s.id = c.change_source_id and s.version_from <= $1 and (s.version_until is null or s.version_until > $2)
  where c.from_id <> c.to_id
    and c.kinds && array['DISSOLVED', 'PART_MOVED', 'KEY_CHANGED']
),
day as materialized (select * from (
  select 'register' as source_kind, r.id, k.kind, r.territory_date as day, r.file
  from register r
  cross join (values ('municipality'), ('association'), ('district'), ('region'), ('state')) k (kind)
  where r.version_from <= $3 and (r.version_until is null or r.version_until > $4)
  union
  select 'crosswalk', s.id, s.territory_kind, d.day, s.file
  from change_source s
  cross join lateral (select unnest(s.source_days) as day union select s.target_on) d
  where s.kind = 'crosswalk' and d.day is not null and s.version_from <= $5 and (s.version_until is null or s.version_until > $6)
) d),
gone as (
  select distinct from_id, territory_kind, from_name, effective_on, file
  from change
  where kinds && array['DISSOLVED', 'KEY_CHANGED']
),
target as (
  select to_id, territory_kind, min(to_name) as to_name, min(effective_on) as effective_on, min(file) as file
  from change
  group by to_id, territory_kind
)
select 'DISSOLVED_BUT_SHOWN' as kind, t.kind as "territoryKind", t.key, g.from_name as name,
  g.effective_on::text as "from", d.day::text as until, null as before, g.from_name as after,
  array[g.file, d.file] as sources
from gone g
join territory t on t.id = g.from_id
join day d on d.kind = g.territory_kind and d.day >= g.effective_on
where (
  "d"."source_kind" = 'register' and exists (
    select from register_entry x where x.register_id = "d"."id" and x.territory_id = g.from_id
  )
  or "d"."source_kind" = 'crosswalk' and (
    exists (
      select from territory_link x
      where x.change_source_id = "d"."id" and x.source_id = g.from_id
        and "d"."day" between x.source_from and x.source_until
    )
    or exists (
      select from territory_link x
      where x.change_source_id = "d"."id" and x.target_id = g.from_id and x.target_on = "d"."day"
    )
  )
)
union all
select 'SUCCESSOR_NOT_SHOWN', t.kind, t.key, g.to_name, g.effective_on::text, n.day::text, g.to_name, null,
  array[g.file, n.file]
from target g
join territory t on t.id = g.to_id
cross join lateral (
  select d.day, d.file from day d
  where d.kind = g.territory_kind and d.day >= g.effective_on
  order by d.day, d.source_kind desc, d.id limit 1
) n
where not exists (
    select from day d
    where d.kind = g.territory_kind and d.day >= g.effective_on and (
  "d"."source_kind" = 'register' and exists (
    select from register_entry x where x.register_id = "d"."id" and x.territory_id = g.to_id
  )
  or "d"."source_kind" = 'crosswalk' and (
    exists (
      select from territory_link x
      where x.change_source_id = "d"."id" and x.source_id = g.to_id
        and "d"."day" between x.source_from and x.source_until
    )
    or exists (
      select from territory_link x
      where x.change_source_id = "d"."id" and x.target_id = g.to_id and x.target_on = "d"."day"
    )
  )
)
  )
  and not exists (
    select from gone o where o.from_id = g.to_id and o.effective_on >= g.effective_on and o.effective_on <= n.day
  )
order by 1, 5, 2, 3, 6
