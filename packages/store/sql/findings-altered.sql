-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
select a.kind, t.kind as "territoryKind", t.key, n.name, p.before_on::text as "from", p.after_on::text as until,
  a.before, a.after, array[p.before_file, p.after_file] as sources
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
join register_entry e on e.register_id = p.before_id
join register_entry n on n.register_id = p.after_id and n.territory_id = e.territory_id
join territory t on t.id = e.territory_id
cross join lateral (
  values
    ('RENAMED', e.name, n.name, 'NAME_CHANGED', t.kind <> 'country' and not (coalesce("e"."text_code" = '50', false) and coalesce("n"."text_code" = '50', false))),
    ('REDESIGNATED', e.text_code, n.text_code, 'NAME_CHANGED', true),
    ('MOVED_ASSOCIATION', (
      select concat_ws(' ', left("e"."ars", 9), min(o.name))
      from territory w
      join register_entry o on o.territory_id = w.id and o.register_id = "e"."register_id"
      where w.kind = 'association' and w.key = left("e"."ars", 9)
    ), (
      select concat_ws(' ', left("n"."ars", 9), min(o.name))
      from territory w
      join register_entry o on o.territory_id = w.id and o.register_id = "n"."register_id"
      where w.kind = 'association' and w.key = left("n"."ars", 9)
    ), 'KEY_CHANGED',
      t.kind = 'municipality' and left(e.ars, 9) <> left(n.ars, 9))
) a (kind, before, after, explained_by, applies)
where a.applies and a.before is distinct from a.after
  and not exists (
    select from territory_change c
    join change_source s on s.id = c.change_source_id and s.version_from <= $3 and (s.version_until is null or s.version_until > $4)
    where c.from_id = e.territory_id and c.to_id = c.from_id and a.explained_by = any(c.kinds)
      and c.effective_on > p.before_on and c.effective_on <= p.after_on
  )
order by p.before_on, a.kind, t.kind, t.key
