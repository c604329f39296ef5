/**
 * The life of each territory in the registers that count, as a query: `territory_id`, and the days of the `first` and
 * `last` register that show it in any of its roles. Between them it is proven live; before and after, nothing is known.
 */
export const LIFE_IN_REGISTERS = `
select coalesce(t.same_as, t.id) as territory_id, min(v.proven_from) as first, max(v.proven_until) as last,
  max(v.proven_until) = (select max(territory_date) from register where version_until is null) as is_latest
from territory_version v
join territory t on t.id = v.territory_id
where v.evidence = 'REGISTER' and v.version_until is null
group by coalesce(t.same_as, t.id)`;
