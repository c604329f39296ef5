import { type RawBuilder, sql } from 'kysely';
import { trueAt } from '../true-at.ts';

/** SQL: pairs of consecutive registers: `before_id`, `before_on`, `before_file`, `after_id`, `after_on`, `after_file`. */
export function consecutiveRegisters(asOf: number): RawBuilder<unknown> {
  return sql`(
      select p.* from (
        select id as before_id, territory_date as before_on, file as before_file, lead(id) over w as after_id,
          lead(territory_date) over w as after_on, lead(file) over w as after_file
        from register r
        where ${trueAt('r', asOf)}
        window w as (order by territory_date)
      ) p
      where p.after_id is not null
    )`;
}

/** SQL: what no register difference is looked for: an association that is a single municipality says nothing of its own. */
export function isSingle(alias: string): RawBuilder<boolean> {
  return sql`coalesce(${sql.ref(`${alias}.text_code`)} = '50', false)`;
}
