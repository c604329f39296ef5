-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select 'VANISHED' as kind, t.kind as "territoryKind", t.key, e.name, p.before_on::text as "from",
  p.after_on::text as until, e.name as before, null as after, array[p.before_file, p.after_file] as sources
from (
  select p.* from (
    select id as before_id, territory_date as before_on, file as before_file, lead(id) over w as after_id,
      lead(territory_date) over w as after_on, lead(file) over w as after_file
    from register r
    where r.version_from <= $1 and (r.version_until is null or r.version_until > $2)
    window w as (order by territory_date)
  ) p
  where p.after_id is not null
) p
join register_entry e on e.register_id = p.before_id and not coalesce("e"."text_code" = '50', false)
join territory t on t.id = e.territory_id
where not exists (
    select from register_entry n where n.register_id = p.after_id and n.territory_id = e.territory_id
  )
  and not exists (
    select from territory_change c
    join change_source s on s.id = c.change_source_id and s.version_from <= $3 and (s.version_until is null or s.version_until > $4)
    where c.from_id = e.territory_id and c.to_id <> c.from_id and c.kinds && array['DISSOLVED', 'KEY_CHANGED']
      and c.effective_on > p.before_on and c.effective_on <= p.after_on
  )
  and not exists (
    select from territory_link l
    join change_source s on s.id = l.change_source_id and s.kind = 'crosswalk' and s.version_from <= $5 and (s.version_until is null or s.version_until > $6)
    where l.source_id = e.territory_id and l.target_id <> l.source_id
      and l.source_until >= p.before_on and l.source_until < p.after_on
  )
order by p.before_on, t.kind, t.key
