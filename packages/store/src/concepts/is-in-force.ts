import { type RawBuilder, sql } from 'kysely';

/**
 * SQL: whether `v` (concept_version) is in force on a day, as `conceptOn` says: adopted by then, valid on it, and none with a higher number that is both.
 * `day` is an expression of the type date.
 */
export function isInForce(day: RawBuilder<unknown>): RawBuilder<boolean> {
  const holds = (alias: string) => sql`${sql.raw(alias)}.adopted_on <= ${day}
        and coalesce(${sql.raw(alias)}.valid_from, '-infinity') <= ${day}
        and coalesce(${sql.raw(alias)}.valid_until, 'infinity') >= ${day}`;
  return sql`(${holds('v')} and not exists (
        select
        from concept_version later
        where later.district_key = v.district_key and later.concept_key = v.concept_key and later.number > v.number
          and ${holds('later')}
      ))`;
}
