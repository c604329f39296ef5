import { type RawBuilder, sql } from 'kysely';
import { trueAt } from './true-at.ts';

/**
 * SQL: a table of at most one row with the boundaries of a level in force on a day: the latest that are valid at or
 * before it, else the earliest there are; for a null day the latest of all.
 */
export function boundarySetOnDay(
  kind: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  asOf: number,
): RawBuilder<unknown> {
  return sql`(
      select *
      from boundary_set b
      where b.kind = ${kind} and ${trueAt('b', asOf)}
      order by b.valid_on <= coalesce(${day}, 'infinity') desc,
        case when b.valid_on <= coalesce(${day}, 'infinity') then b.valid_on end desc, b.valid_on
      limit 1
    )`;
}
