import { type RawBuilder, sql } from 'kysely';

/** SQL: the version or membership named `alias` counts on a day; open ends count for ever. */
export function inForceOn(alias: string, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const from = sql.raw(`${alias}.in_force_from`);
  const until = sql.raw(`${alias}.in_force_until`);
  return sql`coalesce(${from}, '-infinity') <= ${day} and coalesce(${until}, 'infinity') >= ${day}`;
}

/** SQL: a one-row table with the column `day`: the day asked for, and the end of time for a null one. */
export function dayOrLatest(day: RawBuilder<unknown>): RawBuilder<{ day: string }> {
  return sql`(select coalesce(${day}, 'infinity') as day)`;
}
