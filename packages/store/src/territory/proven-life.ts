/**
 * The life of each territory as registers, crosswalks and lists of changes prove it, as a query: `territory_id`, and the
 * `first` and `last` day on which any of its roles is shown. Between them it is proven live; before and after, nothing is
 * known, but for what the latest source still shows (`is_latest`). `in_force_from`: since when it counts as live in
 * its own role, null = open (of an association of one municipality less is known than of the municipality).
 */
export const PROVEN_LIFE = `
select coalesce(t.same_as, t.id) as territory_id, min(v.first) as first, max(v.last) as last,
  bool_or(v.in_force_until is null) as is_latest,
  min(v.in_force_from) filter (where t.same_as is null) as in_force_from
from territory_life v
join territory t on t.id = v.territory_id
where v.version_until is null
group by coalesce(t.same_as, t.id)`;
