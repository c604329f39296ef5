import { type RawBuilder, sql } from 'kysely';
import { trueAt } from './true-at.ts';

/** How exact the releases are that hold a measure for a period: the coarsest of them counts. */
export type ReleaseAccuracy = { readonly roundedTo: number | null; readonly perturbed: boolean };

/** SQL: a lateral query `accuracy` of one row, for the columns `measure_id` and `period` of a table. */
export function accuracyOf(table: 'a', asOf: number): RawBuilder<ReleaseAccuracy> {
  const { measure_id, period } = {
    measure_id: sql.ref(`${table}.measure_id`),
    period: sql.ref(`${table}.period`),
  };
  return sql`cross join lateral (
        select max(r.rounded_to) as "roundedTo", coalesce(bool_or(r.perturbed), false) as perturbed
        from release r
        where ${measure_id} = any(r.measure_ids) and ${period} = any(r.periods) and ${trueAt('r', asOf)}
      ) accuracy`;
}
