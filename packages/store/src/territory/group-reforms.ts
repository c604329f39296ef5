/**
 * The reforms of free groups, as a query: `territory_id`, `day`, `moves_population`. The boundaries of a group move on the
 * day that a member comes or goes, and on that on which those of a member do; also where two members only exchanged
 * something, which nobody told apart. `own` is a query of the reforms of the members themselves, with the same columns.
 */
export function groupReformsSql(own: string): string {
  return `
with belonging as materialized (
  select m.parent_id, coalesce(t.same_as, t.id) as member_id, coalesce(m.in_force_from, '-infinity') as first,
    coalesce(m.in_force_until, 'infinity') as last
  from membership m
  join territory t on t.id = m.member_id
  where m.relation = 'group' and m.version_until is null
),
turn as (
  select parent_id, first as day from belonging where first > '-infinity'
  union
  select parent_id, last + 1 from belonging where last < 'infinity'
),
members_around as (
  select t.parent_id, t.day,
    array_agg(distinct b.member_id) filter (where b.first <= t.day and b.last >= t.day) as members,
    array_agg(distinct b.member_id) filter (where b.first < t.day and b.last >= t.day - 1) as members_before,
    min(b.first) as beginning
  from turn t
  join belonging b on b.parent_id = t.parent_id
  group by t.parent_id, t.day
)
select territory_id, day, bool_or(moves_population) as moves_population
from (
  select parent_id as territory_id, day, true as moves_population
  from members_around
  where day > beginning and members is not null and members is distinct from members_before
  union all
  select b.parent_id, o.day, o.moves_population
  from (${own}) o
  join belonging b on b.member_id = o.territory_id and b.first < o.day and b.last >= o.day
) group_reform
group by territory_id, day`;
}
