import { type RawBuilder, sql } from 'kysely';
import { trueAt } from './true-at.ts';

/**
 * SQL: a one-row table with the column `day`, the date of the register in force on a day: the latest register at or
 * before it, else the earliest there is; for a null day the latest of all. Without any register it is the day itself,
 * or infinity.
 */
export function registerDay(day: RawBuilder<unknown>, asOf: number): RawBuilder<{ day: string }> {
  return sql`(
      select coalesce(
        max(r.territory_date) filter (where r.territory_date <= coalesce(${day}, 'infinity')),
        min(r.territory_date), ${day}, 'infinity') as day
      from register r
      where ${trueAt('r', asOf)}
    )`;
}
