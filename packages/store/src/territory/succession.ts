/**
 * Which territory followed another one, as a query: `source_id`, `target_id` and the day from which the target counts as
 * live, where one is known. By lists of changes and crosswalks.
 */
export const SUCCESSION = `
select distinct coalesce(s.same_as, s.id) as source_id, coalesce(t.same_as, t.id) as target_id, o.in_force_from as began
from territory_link k
join change_source c on c.id = k.change_source_id and c.version_until is null
join territory s on s.id = k.source_id
join territory t on t.id = k.target_id
join territory_life o on o.territory_id = k.target_id and o.version_until is null
where k.source_id <> k.target_id and o.in_force_from is not null`;
