-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with day as materialized (select * from (
  select 'register' as source_kind, r.id, k.kind, r.territory_date as day, r.file
  from register r
  cross join (values ('municipality'), ('association'), ('district'), ('region'), ('state')) k (kind)
  where r.version_from <= $1 and (r.version_until is null or r.version_until > $2)
  union
  select 'crosswalk', s.id, s.territory_kind, d.day, s.file
  from change_source s
  cross join lateral (select unnest(s.source_days) as day union select s.target_on) d
  where s.kind = 'crosswalk' and d.day is not null and s.version_from <= $3 and (s.version_until is null or s.version_until > $4)
) d),
pair as (
  select r.id as register_id, c.id as change_source_id, r.kind, r.day, r.file as register_file, c.file,
    c.source_kind
  from day r
  join day c on c.source_kind = 'crosswalk' and c.kind = r.kind and c.day = r.day
  where r.source_kind = 'register'
)
select 'NOT_IN_CROSSWALK' as kind, t.kind as "territoryKind", t.key, e.name, p.day::text as "from",
  p.day::text as until, e.name as before, null as after, array[p.register_file, p.file] as sources
from pair p
join register_entry e on e.register_id = p.register_id
join territory t on t.id = e.territory_id and t.kind = p.kind
join day c on c.source_kind = 'crosswalk' and c.id = p.change_source_id and c.day = p.day
where not (
  "c"."source_kind" = 'register' and exists (
    select from register_entry x where x.register_id = "c"."id" and x.territory_id = e.territory_id
  )
  or "c"."source_kind" = 'crosswalk' and (
    exists (
      select from territory_link x
      where x.change_source_id = "c"."id" and x.source_id = e.territory_id
        and "c"."day" between x.source_from and x.source_until
    )
    or exists (
      select from territory_link x
      where x.change_source_id = "c"."id" and x.target_id = e.territory_id and x.target_on = "c"."day"
    )
  )
)
union all
select 'NOT_IN_REGISTER', t.kind, t.key, coalesce(n.name, t.key), p.day::text, p.day::text, null,
  coalesce(n.name, t.key), array[p.register_file, p.file]
from pair p
cross join lateral (
  select l.source_id as id from territory_link l
  where l.change_source_id = p.change_source_id and p.day between l.source_from and l.source_until
  union
  select l.target_id from territory_link l where l.change_source_id = p.change_source_id and l.target_on = p.day
) shown
join territory t on t.id = shown.id and t.kind = p.kind
left join lateral (
  select v.name from territory_version v where v.territory_id = t.id and v.version_from <= $5 and (v.version_until is null or v.version_until > $6)
  order by v.proven_until desc limit 1
) n on true
where not exists (
  select from register_entry e where e.register_id = p.register_id and e.territory_id = t.id
)
order by 5, 1, 2, 3, 9
