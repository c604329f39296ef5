/**
 * SQL: 1 where a value meets the condition of the rule `r` (a row of `measure_rule`), 0 where it does not: `isWithin` of the
 * domain. Null stays null.
 */
export function countSql(value: string): string {
  return `(${value} > coalesce(r.above, '-infinity') and ${value} >= coalesce(r.at_least, '-infinity')
    and ${value} < coalesce(r.below, 'infinity') and ${value} <= coalesce(r.at_most, 'infinity'))::int::double precision`;
}

/**
 * SQL: whether the territory `t` is a municipality, also one that is stored as a district or a state. Only municipalities are
 * counted; of what an institute delivers for territories above them nobody can tell how many met the condition.
 */
export const IS_MUNICIPALITY = `(t.kind = 'municipality'
    or exists (select from territory role where role.same_as = t.id and role.kind = 'municipality'))`;
