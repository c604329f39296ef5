import { type RawBuilder, sql } from 'kysely';
import { trueAt } from './true-at.ts';

/**
 * SQL: whether a territory was known by then from more than tables. `territory.evidence` says what is known today, and a
 * version must go on saying what it said.
 */
export function isOfficial(territory: 'c' | 'p' | 't', asOf: number): RawBuilder<boolean> {
  return sql`exists (
    select from territory_version known
    where known.territory_id = ${sql.ref(`${territory}.id`)} and known.evidence <> 'TABLE' and ${trueAt('known', asOf)}
  )`;
}
