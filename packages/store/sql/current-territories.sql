-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with recursive way as (
  select wanted.id as origin, wanted.id, own.lives
  from (select distinct unnest($1::int[]) as id) wanted
  cross join lateral (
  select exists (
      select from (
  select a.id from territory a where a.id = wanted.id
  union
  select r.id
  from territory a
  join territory c on c.id = coalesce(a.same_as, a.id)
  join territory r on r.id = c.id or r.same_as = c.id
  where a.id = wanted.id and a.kind <> 'association' and r.kind <> 'association'
) r
      join territory_life f on f.territory_id = r.id and f.version_from <= $2 and (f.version_until is null or f.version_until > $3) and f.in_force_until is null
    )
    or not exists (select from territory_life f where f.version_from <= $4 and (f.version_until is null or f.version_until > $5))
    or exists (select from territory g where g.id = wanted.id and g.kind = 'group') as lives
) own
  union
  select way.origin, e.target_id, next.lives
  from way
  cross join lateral (
  select a.id from territory a where a.id = way.id
  union
  select r.id
  from territory a
  join territory c on c.id = coalesce(a.same_as, a.id)
  join territory r on r.id = c.id or r.same_as = c.id
  where a.id = way.id and a.kind <> 'association' and r.kind <> 'association'
) r
  cross join lateral (
  select c.from_id as source_id, c.to_id as target_id,
    case when bool_or('DISSOLVED' = any(c.kinds)) then 'DISSOLVED'
      when bool_or('PART_MOVED' = any(c.kinds)) then 'PART_MOVED' else 'KEY_CHANGED' end as kind,
    max(l.population) as share, max(l.area) as area_share, c.effective_on, c.effective_on as known_by, s.file
  from territory_change c
  join change_source s on s.id = c.change_source_id and s.version_from <= $6 and (s.version_until is null or s.version_until > $7)
  left join territory_link l on l.change_source_id = c.change_source_id and l.source_id = c.from_id
    and l.target_id = c.to_id and l.target_on = c.effective_on
  where "c"."from_id" = r.id and c.from_id <> c.to_id
    and c.kinds && array['DISSOLVED', 'PART_MOVED', 'KEY_CHANGED']
  group by c.from_id, c.to_id, c.effective_on, s.file
  union all
  select k.source_id, k.target_id, case when k.lives_on then 'PART_MOVED' else 'SUCCESSION' end,
    k.population, k.area, null, greatest(k.next_day, b.first), k.file
  from (
    select distinct on (l.change_source_id, l.source_id, l.target_id)
      l.change_source_id, l.source_id, l.target_id, l.source_until, l.target_on, l.population, l.area, s.file,
      d.next_day, exists (
        select from territory_link n
        where n.change_source_id = l.change_source_id
          and (n.source_id = l.source_id and n.source_until > l.source_until or n.target_id = l.source_id)
      ) as lives_on
    from territory_link l
    join change_source s on s.id = l.change_source_id and s.kind = 'crosswalk' and s.version_from <= $8 and (s.version_until is null or s.version_until > $9)
    cross join lateral (
      select coalesce(min(x.day), l.target_on) as next_day from unnest(s.source_days) x (day)
      where x.day > l.source_until
    ) d
    where "l"."source_id" = r.id and l.source_id <> l.target_id
    order by l.change_source_id, l.source_id, l.target_id, l.source_until desc
  ) k
  left join territory_life b on b.territory_id = k.target_id and b.version_from <= $10 and (b.version_until is null or b.version_until > $11)
  where not exists (
      select from territory_change c
      join change_source s on s.id = c.change_source_id and s.version_from <= $12 and (s.version_until is null or s.version_until > $13)
      where c.from_id = k.source_id and c.from_id <> c.to_id
    and c.kinds && array['DISSOLVED', 'PART_MOVED', 'KEY_CHANGED']
        and c.effective_on > k.source_until and c.effective_on <= k.next_day
    )
    and not exists (
      select from territory_link o
      join change_source s on s.id = o.change_source_id and s.kind = 'crosswalk' and s.version_from <= $14 and (s.version_until is null or s.version_until > $15)
      where o.source_id = k.source_id and o.source_id <> o.target_id and o.source_until = k.source_until
        and (o.target_on, o.change_source_id) < (k.target_on, k.change_source_id)
    )
) e
  cross join lateral (
  select exists (
      select from (
  select a.id from territory a where a.id = e.target_id
  union
  select r.id
  from territory a
  join territory c on c.id = coalesce(a.same_as, a.id)
  join territory r on r.id = c.id or r.same_as = c.id
  where a.id = e.target_id and a.kind <> 'association' and r.kind <> 'association'
) r
      join territory_life f on f.territory_id = r.id and f.version_from <= $16 and (f.version_until is null or f.version_until > $17) and f.in_force_until is null
    )
    or not exists (select from territory_life f where f.version_from <= $18 and (f.version_until is null or f.version_until > $19))
    or exists (select from territory g where g.id = e.target_id and g.kind = 'group') as lives
) next
  where not way.lives and e.kind <> 'PART_MOVED'
),
reached as (
  select distinct on (way.origin, coalesce(t.same_as, t.id)) way.origin, t.id, t.kind = o.kind as of_kind
  from way
  join territory o on o.id = way.origin
  join territory t on t.id = way.id
  where way.lives
  order by way.origin, coalesce(t.same_as, t.id), t.kind <> o.kind, t.key
)
select wanted.position::int, t.id, t.kind, t.key, coalesce(t.same_as, t.id) as "factsId",
  (
    select coalesce(nullif(array_agg(distinct coalesce(d.same_as, d.id)), '{null}'), array[f.id])
      || array(select distinct e.district_id from earlier_district e where e.territory_id = f.id)
    from territory f
    left join membership h
      on h.member_id = f.id and h.relation = 'district' and f.kind in ('municipality', 'association', 'part')
    left join territory d on d.id = h.parent_id
    where f.id = coalesce(t.same_as, t.id)
    group by f.id
  ) as "districtIds",
  v.ars, v.ags, v.name, v.text_code as "textCode", v.inhabited,
  v.proven_from::text as "provenFrom", v.proven_until::text as "provenUntil",
  v.valid_from::text as "validFrom", v.valid_until::text as "validUntil",
  v.evidence = 'TABLE' as provisional,
  least(greatest(in_force.day, v.in_force_from), v.in_force_until)::text as "asAt"
from unnest($20::int[]) with ordinality as wanted (id, position)
join reached x on x.origin = wanted.id
  and (x.of_kind or not exists (select from reached y where y.origin = x.origin and y.of_kind))
join territory t on t.id = x.id
cross join (select coalesce(null::date, 'infinity') as day) in_force
join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $21 and (w.version_until is null or w.version_until > $22)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
order by wanted.position, t.key
