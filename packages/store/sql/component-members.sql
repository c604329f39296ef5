-- Generated, do not edit; run: npx vitest run packages/store/src/read -u
with wanted as materialized (
  select w.position::int, w.district_id, w.territory_id, w.measure_id, w.source_id, w.period, w.ends, w.rollup, w.weight_id,
    w.reported_at, w.municipalities, w.weighed_municipalities, b.id as breakdown_id, k.kind
  from unnest(
    $1::int[],
    $2::int[],
    $3::int[],
    $4::int[],
    $5::text[],
    $6::date[],
    $7::text[],
    $8::int[],
    $9::text[],
    $10::boolean[],
    $11::boolean[],
    $12::text[]
  ) with ordinality as w (district_id, territory_id, measure_id, source_id, period, ends, rollup, weight_id, reported_at,
    municipalities, weighed_municipalities, breakdown, position)
  join breakdown b on b.key = w.breakdown
  join territory k on k.id = w.territory_id
),
rolled as materialized (
  select w.*
  from wanted w
  join aggregate a on a.district_id = w.district_id and a.territory_id = w.territory_id
    and a.measure_id = w.measure_id and a.period = w.period and a.breakdown_id = w.breakdown_id and a.version_from <= $13 and (a.version_until is null or a.version_until > $14)
  where a.origin = 1 and a.hidden = 0 and w.rollup <> 'none'
),
declared as materialized (
  select r.position, f.id as member_id, f.kind, m.member_id as role_id, m.in_force_from, m.in_force_until
  from rolled r
  join membership m on r.kind = 'group' and m.parent_id = r.territory_id and m.relation = 'group' and m.version_from <= $15 and (m.version_until is null or m.version_until > $16)
  join territory c on c.id = m.member_id
  join territory f on f.id = coalesce(c.same_as, c.id)
),
place as materialized (
  select position, member_id, kind, member_id as district_id
  from declared
  union
  select g.position, g.member_id, g.kind, coalesce(d.same_as, d.id)
  from declared g
  join membership m on m.member_id = g.member_id and m.relation = 'district' and m.version_from <= $17 and (m.version_until is null or m.version_until > $18)
  join territory d on d.id = m.parent_id
  where g.kind = 'municipality'
  union
  select r.position, coalesce(d.same_as, d.id), 'district', coalesce(d.same_as, d.id)
  from rolled r
  join membership m on m.parent_id = r.territory_id and m.relation = r.kind and m.version_from <= $19 and (m.version_until is null or m.version_until > $20)
  join territory d on d.id = m.member_id and d.kind = 'district' and coalesce(d.same_as, d.id) <> r.territory_id
  where r.kind in ('region', 'state', 'country')
),
observed as materialized (
  select distinct on (position, territory_id) *
  from (
    select r.position, o.district_id, o.territory_id, t.kind, o.value, o.status, o.flags, o.sign, o.boundary_date,
      o.association_id, o.release_id
    from rolled r
    join observation o on o.district_id = r.district_id and o.measure_id = r.source_id and o.period = r.period
      and o.breakdown_id = r.breakdown_id and o.version_from <= $21 and (o.version_until is null or o.version_until > $22)
    join territory t on t.id = o.territory_id and t.kind in ('municipality', 'association')
    where r.kind in ('district', 'association') and o.territory_id <> r.district_id
    union all
    select r.position, o.district_id, o.territory_id, p.kind, o.value, o.status, o.flags, o.sign, o.boundary_date,
      o.association_id, o.release_id
    from place p
    join rolled r using (position)
    join observation o on o.district_id = p.district_id and o.measure_id = r.source_id
      and o.territory_id = p.member_id and o.period = r.period and o.breakdown_id = r.breakdown_id and o.version_from <= $23 and (o.version_until is null or o.version_until > $24)
    where p.kind = 'municipality' and r.municipalities
  ) o
  order by position, territory_id, sign is not distinct from '-', release_id desc
),
figure as materialized (
  select o.position, o.district_id, o.territory_id as member_id, true as observed,
    case when r.rollup = 'count' then 1 else o.value end as value, o.status, o.flags, o.sign, o.boundary_date
  from observed o
  join rolled r using (position)
  left join lateral (
    select coalesce(a.same_as, a.id) as id
    from membership m
    join territory c on c.id = m.member_id and exists (
select from territory_version known
where known.territory_id = "c"."id" and known.evidence <> 'TABLE' and known.version_from <= $25 and (known.version_until is null or known.version_until > $26)
  )
    join territory a on a.id = m.parent_id and coalesce(a.same_as, a.id) <> o.territory_id
    where (r.reported_at = 'association' or (r.kind = 'association' and o.association_id is null))
      and m.member_id = o.territory_id and m.relation = 'association' and m.version_from <= $27 and (m.version_until is null or m.version_until > $28)
      and (coalesce(m.in_force_from, '-infinity') <= o.boundary_date and coalesce(m.in_force_until, 'infinity') >= o.boundary_date or not exists (
        select from membership h
        where h.member_id = o.territory_id and h.relation = 'district' and h.version_from <= $29 and (h.version_until is null or h.version_until > $30) and coalesce(h.in_force_from, '-infinity') <= o.boundary_date and coalesce(h.in_force_until, 'infinity') >= o.boundary_date
      ) and exists (
        select from membership h
        where h.parent_id = m.parent_id and h.relation = 'association' and h.version_from <= $31 and (h.version_until is null or h.version_until > $32) and coalesce(h.in_force_from, '-infinity') <= o.boundary_date and coalesce(h.in_force_until, 'infinity') >= o.boundary_date
      ))
    order by greatest(m.in_force_from - o.boundary_date, o.boundary_date - m.in_force_until), m.in_force_from
    limit 1
  ) own on true
  where case
      when r.kind = 'group' then exists (
        select from declared g
        where g.position = o.position and g.member_id = o.territory_id and coalesce(g.in_force_from, '-infinity') <= o.boundary_date and coalesce(g.in_force_until, 'infinity') >= o.boundary_date
      )
      when r.kind = 'association' then o.kind = 'municipality' and r.reported_at <> 'association'
        and coalesce(o.association_id, own.id) = r.territory_id
      when r.reported_at = 'association'
        then o.kind = 'association' or (own.id is null and (o.association_id is null or exists (
          select from membership h
          where h.member_id = o.territory_id and h.relation = 'district' and h.version_from <= $33 and (h.version_until is null or h.version_until > $34) and coalesce(h.in_force_from, '-infinity') <= o.boundary_date and coalesce(h.in_force_until, 'infinity') >= o.boundary_date
        )))
      else o.kind = 'municipality'
    end
  union all
  select p.position, p.district_id, p.member_id, false, a.value, a.status, a.flags, a.sign,
    case when r.kind = 'group' then coalesce(a.boundary_date, r.ends) else r.ends end
  from place p
  join rolled r using (position)
  join aggregate a on a.district_id = p.district_id and a.territory_id = p.member_id
    and a.measure_id = r.measure_id and a.period = r.period and a.breakdown_id = r.breakdown_id and a.version_from <= $35 and (a.version_until is null or a.version_until > $36)
  where p.kind <> 'municipality' and (r.kind <> 'group' or exists (
    select from declared g
    where g.position = p.position and g.member_id = p.member_id
      and coalesce(g.in_force_from, '-infinity') <= coalesce(a.boundary_date, r.ends) and coalesce(g.in_force_until, 'infinity') >= coalesce(a.boundary_date, r.ends)
  ))
),
weighed as materialized (
  select f.position, f.member_id, a.value
  from figure f
  join rolled r using (position)
  join aggregate a on a.district_id = f.district_id and a.territory_id = f.member_id
    and a.measure_id = r.weight_id and a.period = r.period and a.breakdown_id = r.breakdown_id and a.version_from <= $37 and (a.version_until is null or a.version_until > $38)
  where not f.observed and a.status = 0
  union all
  select position, member_id, value
  from (
    select distinct on (f.position, f.member_id) f.position, f.member_id, o.value, o.status
    from figure f
    join rolled r using (position)
    join observation o on o.district_id = f.district_id and o.territory_id = f.member_id
      and o.measure_id = r.weight_id and o.period = r.period and o.breakdown_id = r.breakdown_id and o.version_from <= $39 and (o.version_until is null or o.version_until > $40)
    where f.observed and (r.kind <> 'group' or r.weighed_municipalities)
    order by f.position, f.member_id, o.sign is not distinct from '-', o.release_id desc
  ) o
  where status = 0
),
moment as materialized (
  select r.position, r.kind, r.territory_id, r.reported_at, max(f.boundary_date) as day
  from rolled r
  join figure f using (position)
  group by r.position, r.kind, r.territory_id, r.reported_at
),
awaited as (
  select g.position, g.member_id
  from declared g
  join moment using (position)
  left join territory_version v on v.territory_id = g.role_id and v.version_from <= $41 and (v.version_until is null or v.version_until > $42) and coalesce(v.in_force_from, '-infinity') <= moment.day and coalesce(v.in_force_until, 'infinity') >= moment.day
  where coalesce(g.in_force_from, '-infinity') <= moment.day and coalesce(g.in_force_until, 'infinity') >= moment.day
  group by g.position, g.member_id
  having bool_or(coalesce(v.inhabited, true))
  union
  select moment.position, coalesce(above.id, c.same_as, c.id)
  from moment
  join membership m on m.parent_id = moment.territory_id and m.relation = moment.kind and m.version_from <= $43 and (m.version_until is null or m.version_until > $44) and coalesce(m.in_force_from, '-infinity') <= moment.day and coalesce(m.in_force_until, 'infinity') >= moment.day
  join territory c on c.id = m.member_id and exists (
select from territory_version known
where known.territory_id = "c"."id" and known.evidence <> 'TABLE' and known.version_from <= $45 and (known.version_until is null or known.version_until > $46)
  )
    and c.kind = case when moment.kind in ('district', 'association') then 'municipality' else 'district' end
    and coalesce(c.same_as, c.id) <> moment.territory_id
  join territory_version v on v.territory_id = c.id and v.inhabited and v.version_from <= $47 and (v.version_until is null or v.version_until > $48) and coalesce(v.in_force_from, '-infinity') <= moment.day and coalesce(v.in_force_until, 'infinity') >= moment.day
  left join lateral (
    select coalesce(a.same_as, a.id) as id
    from membership n
    join territory a on a.id = n.parent_id and coalesce(a.same_as, a.id) <> coalesce(c.same_as, c.id)
    where moment.kind = 'district' and moment.reported_at = 'association'
      and n.member_id = c.id and n.relation = 'association' and n.version_from <= $49 and (n.version_until is null or n.version_until > $50) and coalesce(n.in_force_from, '-infinity') <= moment.day and coalesce(n.in_force_until, 'infinity') >= moment.day
    limit 1
  ) above on true
  where moment.kind <> 'group'
),
member as (
  select coalesce(f.position, w.position) as position, coalesce(f.member_id, w.member_id) as member_id, f.observed,
    f.value, f.status, f.flags, f.sign, f.boundary_date, w.member_id is not null as awaited
  from figure f
  full join awaited w on w.position = f.position and w.member_id = f.member_id
)
select member.position, t.key, t.kind, v.name, member.value, member.status::int, member.flags::int, member.observed,
  weighed.value as weight,
  member.awaited,
  coalesce(moment.kind <> 'group' and member.status = 20 and member.sign = '-' and not exists (
    select from (
      select min(l.first) as first, max(l.last) as last, bool_or(l.in_force_until is null) as is_latest
      from territory_life l
      join territory role on role.id = l.territory_id
      where coalesce(role.same_as, role.id) = member.member_id and l.version_from <= $51 and (l.version_until is null or l.version_until > $52)
    ) life
    where member.boundary_date between life.first and life.last
      or (member.boundary_date > life.last and life.is_latest)
  ), false) as excused
from member
join moment on moment.position = member.position
join territory t on t.id = member.member_id
cross join lateral (select moment.day) in_force
join lateral (
  select *
  from territory_version w
  where w.territory_id = t.id and w.version_from <= $53 and (w.version_until is null or w.version_until > $54)
  order by coalesce(w.in_force_from, '-infinity') <= in_force.day desc,
    case when w.in_force_from <= in_force.day then w.in_force_from end desc nulls last,
    w.in_force_from nulls first, w.proven_from
  limit 1
) v on true
left join weighed on weighed.position = member.position and weighed.member_id = member.member_id
order by member.position, t.key
