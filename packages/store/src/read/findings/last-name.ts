import { type RawBuilder, sql } from 'kysely';
import { trueAt } from '../true-at.ts';

/** SQL: a table of at most one row with the `name` that the territory `t` had at last. */
export function lastName(asOf: number): RawBuilder<{ name: string }> {
  return sql`(
      select v.name from territory_version v where v.territory_id = t.id and ${trueAt('v', asOf)}
      order by v.proven_until desc limit 1
    )`;
}
